"""Ratings from last year's workbook: the mapping is shown, kept, and held to the sheet."""

import unittest
import zipfile
from xml.sax.saxutils import escape

import harness
from harness import ABSENT, INVALID, USAGE

WORKBOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>"""
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def cell(place, value):
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>' if value else ""
    return f'<c r="{place}"><v>{value}</v></c>'


def write_workbook(path, sheets):
    """A small .xlsx as spreadsheets write it; sheets: name to rows of texts and numbers."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONSHIPS.format(f'<Relationship Id="rId1" Type="{KIND}officeDocument" Target="xl/workbook.xml"/>'))
        names = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1))
        archive.writestr("xl/workbook.xml", WORKBOOK.format(sheets=names))
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONSHIPS.format("".join(
            f'<Relationship Id="rId{n}" Type="{KIND}worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(sheets) + 1))))
        for n, rows in enumerate(sheets.values(), 1):
            body = "".join(f'<row r="{r}">{"".join(cell("ABCDEFG"[c] + str(r), value) for c, value in enumerate(row))}</row>'
                           for r, row in enumerate(rows, 1))
            archive.writestr(f"xl/worksheets/sheet{n}.xml",
                             f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>')


LAST_YEAR = {
    "Sampul": [["Penilaian mandiri 2025"]],
    "Nilai": [["Dinas Kominfo"], [], ["No", "Kode", "Tingkat", "Penjelasan"],
              [1, "S01", 3, "Perbup berlaku."], [2, "S02", 2, "=1+1"], [3, "S03", "", "belum dinilai"], ["", "", 5, "Jumlah"]],
}


class WorkbookTest(harness.EndToEndTest):
    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace("w.jenjang")
        self.file = self.folder / "tahun-lalu.xlsx"
        write_workbook(self.file, LAST_YEAR)

    def ratings(self):
        self.succeed("ratings", self.workspace, "export", self.folder / "out.csv")
        return harness.read_rows((self.folder / "out.csv").read_text("utf-8"))

    def test_a_workbook_comes_in_and_says_how_it_was_read(self):
        run = self.succeed("ratings", self.workspace, "import", self.file, "--rater", "Tim 2025", "--save-mapping", self.folder / "peta.yaml", lang="en")
        for words in ('Sheet "Nilai", headers in row 3', 'indicator: column "Kode"', 'value: column "Tingkat"', 'rater: always "Tim 2025"',
                      "1 row without an answer left out"):
            self.assertIn(words, run.err)
        kept = [(row["indicator"], row["rater"], row["stage"], row["value"], row["because"]) for row in self.ratings()]
        self.assertEqual(kept, [("S01", "Tim 2025", "self", "3", "Perbup berlaku."), ("S02", "Tim 2025", "self", "2", "'=1+1")])
        again = self.succeed("ratings", self.workspace, "import", self.file, "--mapping", self.folder / "peta.yaml", lang="en")
        self.assertIn("0", again.err)
        self.assertEqual(len(self.ratings()), 2, "the same workbook by the kept mapping adds nothing")

    def test_the_mapping_decides_where_it_is_given(self):
        (self.folder / "peta.yaml").write_text(
            'sheet: Nilai\nhead_row: 3\ncolumns:\n  indicator: Kode\n  value: No\nconstants:\n  rater: B\n  stage: document\n', encoding="utf-8")
        write_workbook(self.file, {"Nilai": [["x"], [], ["No", "Kode", "Tingkat"], [4, "s05", 1]]})
        self.succeed("ratings", self.workspace, "import", self.file, "--mapping", self.folder / "peta.yaml")
        self.assertEqual([(row["indicator"], row["value"], row["stage"], row["rater"]) for row in self.ratings()], [("S05", "4", "document", "B")])

    def test_what_is_wrong_is_said_and_nothing_is_kept(self):
        write_workbook(self.folder / "galat.xlsx", {"Nilai": [["Kode", "Nilai"], ["S01", 3], ["S99", 2], ["S02", 9]]})
        for lang in ("id", "en"):
            run = self.refuse(INVALID, "ratings", self.workspace, "import", self.folder / "galat.xlsx", lang=lang)
            for words in ("3", "S99", "4", "9"):
                self.assertIn(words, run.err)
        write_workbook(self.folder / "tanpa.xlsx", {"Nilai": [["Uraian", "Catatan"], ["a", "b"]]})
        self.assertIn("--mapping", self.refuse(INVALID, "ratings", self.workspace, "import", self.folder / "tanpa.xlsx").err)
        (self.folder / "peta.yaml").write_text("sheet: Lain\ncolumns:\n  indicator: Kode\n", encoding="utf-8")
        run = self.refuse(INVALID, "ratings", self.workspace, "import", self.file, "--mapping", self.folder / "peta.yaml")
        self.assertIn("Sampul, Nilai", run.err)
        (self.folder / "rusak.xlsx").write_bytes(self.file.read_bytes()[:300])
        self.refuse(INVALID, "ratings", self.workspace, "import", self.folder / "rusak.xlsx")
        (self.folder / "tabel.csv").write_text("indicator,rater,value\nS01,A,3\n", encoding="utf-8")
        self.refuse(USAGE, "ratings", self.workspace, "import", self.folder / "tabel.csv", "--mapping", self.folder / "peta.yaml")
        self.refuse(ABSENT, "ratings", self.workspace, "import", self.file, "--mapping", self.folder / "tiada.yaml")
        self.assertEqual(self.ratings(), [])


if __name__ == "__main__":
    unittest.main()
