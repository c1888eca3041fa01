"""docs/method.md names only files, functions and tests that exist, and every section has reference, code and test."""

import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACE = re.compile(r"`([^`]+)`")


def sections(text):
    """(title, reference, code places, test places) of each section; a place is (file, name)."""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        title = part.splitlines()[0]
        lines = {key: value for key, value in re.findall(r"^- (Reference|Code|Test): (.*)$", part, re.MULTILINE)}
        yield title, lines.get("Reference", ""), places(lines.get("Code", "")), places(lines.get("Test", ""))


def places(line):
    found, file = [], None
    for word in PLACE.findall(line):
        if word.startswith(("src/", "tests/", "tools/")):
            file = word
        else:
            found.append((file, word))
    return found


def has_function(text, name):
    """A definition or declaration: the name before an opening parenthesis at the head of a line, or a type."""
    defined = re.search(rf"^[\w:<>,&*\[\]\s]*\b{name}\(", text, re.MULTILINE)
    return bool(defined or re.search(rf"\b(?:enum class|struct|class) {name}\b", text))


def has_test(text, name):
    suite, case = name.split(".")
    return f"TEST({suite}, {case})" in text


class Method(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sections = list(sections((ROOT / "docs/method.md").read_text(encoding="utf-8"))) or []

    def check_places(self, found, exists):
        for file, name in found:
            self.assertIsNotNone(file, name)
            path = ROOT / file
            self.assertTrue(path.is_file(), file)
            self.assertTrue(exists(path.read_text(encoding="utf-8"), name), f"{file} has no {name}")

    def test_every_section_has_reference_code_and_test(self):
        self.assertGreater(len(self.sections), 15)
        for title, reference, code, test in self.sections:
            with self.subTest(title):
                self.assertTrue(reference)
                self.assertTrue(code)
                self.assertTrue(test)

    def test_functions_exist(self):
        for title, _, code, _ in self.sections:
            with self.subTest(title):
                self.check_places(code, has_function)

    def test_tests_exist(self):
        for title, _, _, test in self.sections:
            with self.subTest(title):
                self.check_places(test, has_test)

    def test_what_is_not_there_is_missed(self):
        text = "int add(int a) {\n  return plus(a, 1);\n}\nTEST(Sum, IsRight) {}\n"
        self.assertTrue(has_function(text, "add"))
        self.assertFalse(has_function(text, "ad"))
        self.assertFalse(has_function(text, "subtract"))
        self.assertTrue(has_test(text, "Sum.IsRight"))
        self.assertFalse(has_test(text, "Sum.IsWrong"))


if __name__ == "__main__":
    unittest.main()
