"""Recipes name files that exist, quote code that is there, and their model is one that the program accepts."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECIPES = sorted((ROOT / "docs/recipes").glob("*.md"))
TO_BE_WRITTEN = re.compile(r"[<…]|NNNN|^models/desk/")
PLACE = re.compile(r"`((?:src|models|locales|tests|tools|docs|cmake|examples)/[^`\s]+)`")


def named_files(text):
    """Paths that a recipe names; those with a gap to fill, or of its own model, are written by the reader."""
    return [path for path in PLACE.findall(text) if not TO_BE_WRITTEN.search(path)]


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def model_files(text):
    """The files of the model on the page: a path in backquotes on a line of its own, then a block."""
    return dict(re.findall(r"^`models/desk/([^`]+)`\n\n```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))


def squeeze(text):
    return re.sub(r"\s+", "", text)


def run_check(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder) / "desk" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [os.environ["JENJANG_PROGRAM"], "model", "check", "desk", "--lang", "en"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    return done.returncode, done.stdout + done.stderr


class Recipes(unittest.TestCase):
    def test_files_that_are_named_exist(self):
        self.assertGreaterEqual(len(RECIPES), 8)
        for recipe in RECIPES:
            files = named_files(recipe.read_text(encoding="utf-8"))
            self.assertGreater(len(files), 0)
            for file in files:
                with self.subTest(recipe=recipe.name, file=file):
                    self.assertTrue((ROOT / file).exists())

    def test_functions_that_are_named_with_a_file_stand_in_it(self):
        named = re.compile(r"`(src/[\w./]+)`: `(\w+)`|`(\w+)` in `(src/[\w./]+)`|`(src/[\w./]+)` \(`(\w+)`\)")
        found = 0
        for recipe in RECIPES:
            for one in named.findall(recipe.read_text(encoding="utf-8")):
                file, name = (one[0], one[1]) if one[0] else (one[3], one[2]) if one[2] else (one[4], one[5])
                found += 1
                with self.subTest(recipe=recipe.name, name=name):
                    self.assertRegex((ROOT / file).read_text(encoding="utf-8"), rf"\b{name}\b")
        self.assertGreater(found, 4)

    def test_quoted_code_is_in_the_sources(self):
        sources = squeeze("".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "src").rglob("*.[ch]pp"))))
        count = 0
        for recipe in RECIPES:
            for block in blocks(recipe.read_text(encoding="utf-8"), "cpp"):
                count += 1
                with self.subTest(recipe=recipe.name):
                    self.assertIn(squeeze(block), sources)
        self.assertGreater(count, 4)

    def test_yaml_on_the_pages_is_yaml(self):
        for recipe in RECIPES:
            for block in blocks(recipe.read_text(encoding="utf-8"), "yaml"):
                with self.subTest(recipe=recipe.name):
                    yaml.safe_load(block)

    def test_the_model_on_the_page_is_sound(self):
        files = model_files((ROOT / "docs/recipes/add-a-maturity-model.md").read_text(encoding="utf-8"))
        self.assertEqual(sorted(files), ["dimensions/service.yaml", "model.yaml", "vectors/whole.yaml"])
        code, output = run_check(files)
        self.assertEqual(code, 0, output)
        self.assertEqual(output, "desk: no errors.\n")
        for fault in (("expect: { D: \"7/3\"", "expect: { D: \"2\""), ("max: 2 }", "max: 1.5 }"), ("weight: 100", "weight: 90")):
            broken = {name: text.replace(*fault) for name, text in files.items()}
            self.assertNotEqual(broken, files)
            self.assertEqual(run_check(broken)[0], 3, fault)

    def test_the_indicator_on_the_page_fits_its_model(self):
        block = yaml.safe_load(blocks((ROOT / "docs/recipes/add-an-indicator.md").read_text(encoding="utf-8"), "yaml")[0])[0]
        text = (ROOT / "models/somm/dimensions/integration.yaml").read_text(encoding="utf-8")
        self.assertNotIn(f"code: {block['code']}\n", text)
        known = yaml.safe_load(text)["children"][0]["children"][0]
        self.assertEqual(sorted(set(block) - set(known)), [])


if __name__ == "__main__":
    unittest.main()
