"""Every public record of the rooms of nouns and results has one line in docs/glossary.md, and no line speaks of a record that is gone."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("model", "document", "assessment", "evaluation", "report")
SOURCES = {"33000", "OECD", "QDA", "Regulation", "ours"}
DECLARATION = re.compile(r"^(?:struct|enum class|class) (\w+)\s*(?:final )?[{:]", re.MULTILINE)


def declared_names(folder, room):
    """Records and enumerations at the head of a line: nested ones belong to their parent's line."""
    names = set()
    for header in sorted(folder.glob("*.hpp")):
        if header.stem.endswith("_for_test") or header.stem == "fixture":
            continue
        names |= {f"{room}::{name}" for name in DECLARATION.findall(header.read_text(encoding="utf-8"))}
    return names


def glossary_rows(text):
    """identifier, term, Indonesian, meaning, source of each line."""
    rows = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        found = re.fullmatch(r"`(\w+::\w+)`", cells[0])
        if found:
            rows.append((found.group(1), *cells[1:]))
    return rows


class Glossary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = glossary_rows((ROOT / "docs/glossary.md").read_text(encoding="utf-8"))
        cls.declared = set().union(*(declared_names(ROOT / "src" / room, room) for room in ROOMS))

    def test_the_headers_are_read(self):
        for name in ("model::Model", "assessment::Rating", "evaluation::CompiledModel", "report::Report", "model::Stage"):
            self.assertEqual(name in self.declared, name != "model::Stage", name)

    def test_every_public_record_has_a_line(self):
        self.assertEqual(sorted(self.declared - {row[0] for row in self.rows}), [])

    def test_no_line_speaks_of_a_record_that_is_gone(self):
        self.assertEqual(sorted({row[0] for row in self.rows} - self.declared), [])

    def test_each_record_has_one_line_that_is_complete(self):
        names = [row[0] for row in self.rows]
        self.assertEqual(len(names), len(set(names)))
        for row in self.rows:
            with self.subTest(row[0]):
                self.assertEqual(len(row), 5)
                self.assertTrue(row[1] and row[2])
                self.assertTrue(row[3].endswith("."))
                self.assertIn(row[4], SOURCES)

    def test_a_planted_record_is_missed(self):
        self.assertEqual(DECLARATION.findall("struct Planted {\n  struct Inner {};\n};\nstruct Named;\n"), ["Planted"])


if __name__ == "__main__":
    unittest.main()
