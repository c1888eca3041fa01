"""The field form of a model: its workbook, and its answers on their way back into a workspace."""

import json
import xml.etree.ElementTree as xml
import zipfile

import harness
from harness import ABSENT, USAGE, write_rows

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_sheets(path):
    """Each sheet of a workbook as a list of rows, each a dictionary by its head. No cell may be anything but words."""
    with zipfile.ZipFile(path) as archive:
        strings = ["".join(item.itertext()) for item in xml.fromstring(archive.read("xl/sharedStrings.xml"))]
        names = [sheet.get("name") for sheet in xml.fromstring(archive.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        sheets = {}
        for number, name in enumerate(names, 1):
            rows = []
            for row in xml.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml")).iter(SHEET + "row"):
                cells = {}
                for cell in row:
                    assert cell.get("t") == "s" and cell.find(SHEET + "f") is None, cell.attrib
                    column = "".join(c for c in cell.get("r") if c.isalpha())
                    cells[column] = strings[int(cell.find(SHEET + "v").text)]
                rows.append(cells)
            head = rows[0]
            sheets[name] = [{head[column]: words for column, words in row.items()} for row in rows[1:]]
    return sheets


class XlsFormTest(harness.EndToEndTest):
    def export(self, model, name="formulir.xlsx"):
        path = self.folder / name
        self.succeed("export", "xlsform", "--model", model, "-o", path)
        return path

    def test_the_form_asks_for_each_indicator_in_both_languages(self):
        sheets = read_sheets(self.export("somm"))
        self.assertEqual(list(sheets), ["survey", "choices", "settings"])
        survey = {row["name"]: row for row in sheets["survey"] if "name" in row}
        for code in [f"S{number:02}" for number in range(1, 41)]:
            self.assertEqual(survey[code]["relevant"], f"selected(${{indicators}}, '{code}')")
            self.assertEqual(survey[code + "_checks"]["type"], f"select_multiple checks_{code}")
            self.assertEqual(survey[code + "_note"]["type"], "text")
        for row in sheets["survey"]:
            if row["type"] not in ("start", "end", "end_group"):
                self.assertIn("label::Bahasa Indonesia (id)", row)
                self.assertIn("label::English (en)", row)
        lists = {row["list_name"] for row in sheets["choices"]}
        used = {row["type"].split()[1] for row in sheets["survey"] if row["type"].startswith("select_")}
        self.assertEqual(used, lists)
        names = [row["name"] for row in sheets["survey"] if "name" in row]
        self.assertEqual(len(names), len(set(names)))
        pairs = [(row["list_name"], row["name"]) for row in sheets["choices"]]
        self.assertEqual(len(pairs), len(set(pairs)))
        self.assertEqual([name for name in names if not name.replace("_", "a").isalnum()], [])

    def test_the_same_model_gives_the_same_bytes_whatever_the_language(self):
        first = self.export("spbe-2020").read_bytes()
        self.succeed("export", "xlsform", "--model", "spbe-2020", "-o", "lain.xlsx", lang="id")
        self.assertEqual((self.folder / "lain.xlsx").read_bytes(), first)

    def test_answers_come_back_as_an_observation(self):
        sheets = read_sheets(self.export("somm"))
        group, columns = "", ["_uuid", "_submission_time"]
        for row in sheets["survey"]:
            if row["type"] == "begin_group":
                group = row["name"] + "/"
            elif row["type"] == "end_group":
                group = ""
            elif row["type"] != "note":
                columns.append(group + row["name"])
        given = {"_uuid": "1a2b3c4d-0000-4000-8000-000000000000", "_submission_time": "2026-10-21T03:00:00",
                 "start": "2026-10-20T09:00:00.000+07:00", "observer": "Asesor A", "observer_role": "asesor",
                 "date": "2026-10-20", "time": "09:30:00.000+07:00", "place": "Ruang server",
                 "coordinates": "-6.2 106.8 12 5", "method": "pengamatan", "respondent_role": "kepala seksi",
                 "consent": "no", "subject": "Ruang server", "text": "Ruang terkunci.", "photos": "a.jpg",
                 "indicators": "S01", "S01/S01_level": "3", "S01/S01_checks": "2a 3a", "S01/S01_note": "SK ada",
                 "S01/S01_not_seen": "3b"}
        self.assertEqual(set(given) - set(columns), set())
        write_rows(self.folder / "kiriman.csv", columns, [[given.get(column, "") for column in columns]])
        workspace = self.new_workspace()
        self.succeed("add", workspace, "kiriman.csv")
        source, = json.loads(self.succeed("sources", workspace, "--json").out)
        self.assertEqual((source["code"], source["kind"], source["title"]), ("KIRIM-1a2b3c4d", "observation", "Ruang server"))
        self.succeed("report", workspace, "--format", "md", "-o", "laporan.md")
        report = (self.folder / "laporan.md").read_text("utf-8")
        for words in ("Asesor A", "Ruang server", "pengamatan", "106.8"):
            self.assertTrue(words in report, words)
        for quote in ("Ruang terkunci.", "S01: 3 [2a 3a] SK ada", "S01_not_seen: 3b"):
            self.succeed("cite", workspace, "--indicator", "S01", "--source", source["code"], "--quote", quote)

    def test_bad_words_are_refused(self):
        self.refuse(ABSENT, "export", "xlsform", "--model", "tiada", "-o", "x.xlsx")
        self.refuse(USAGE, "export", "xlsform", "-o", "x.xlsx")
        self.refuse(USAGE, "export", "pdf", "--model", "somm")
        self.refuse(ABSENT, "export", "xlsform", "--model", "somm", "-o", "tiada/x.xlsx")
        self.assertEqual(list(self.folder.glob("*.xlsx")), [])


if __name__ == "__main__":
    harness.main()
