"""Pages link only to what exists, name only commands and files that are there, and speak of no one's own folders."""

import json
import pathlib
import re
import subprocess
import tomllib
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# Words that belong to one machine only; put together so that this file does not hold them.
FORBIDDEN = ("../" + "shared", "/" + "work/")
PICTURE_BYTES_MAX = 150_000


def list_files():
    """Files of the repository; without git, all files outside of builds."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode == 0 and done.stdout:
        return [ROOT / name for name in done.stdout.splitlines()]
    skipped = {"build", "out", "node_modules", ".git"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not skipped & set(path.relative_to(ROOT).parts)]


def anchors(text):
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(page):
    broken = []
    for target in LINK.findall(re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            broken.append(target)
    return broken


def dev_verbs(script):
    return set(re.findall(r"^  ([a-z-]+)\)", script, re.MULTILINE))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.pages = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])

    def test_links_lead_somewhere(self):
        self.assertGreater(len(self.pages), 25)
        for page in self.pages:
            with self.subTest(page.relative_to(ROOT).as_posix()):
                self.assertEqual(broken_links(page), [])

    def test_a_planted_link_is_found(self):
        self.assertEqual(anchors("# Two words, one's\n"), {"two-words-ones"})
        self.assertEqual(LINK.findall("see [a](b.md#c) and ![p](d.png)"), ["b.md#c", "d.png"])

    def test_commands_of_the_script_are_there(self):
        verbs = dev_verbs((ROOT / "dev").read_text(encoding="utf-8"))
        self.assertIn("test", verbs)
        self.assertNotIn("fly", verbs)
        for page in self.pages:
            text = page.read_text(encoding="utf-8")
            named = set(re.findall(r"(?:^|`|\n)\./dev ([a-z-]+)", text)) - {"help"}
            with self.subTest(page.name):
                self.assertEqual(sorted(named - verbs), [])

    def test_tables_name_files_that_exist(self):
        for name in ("architecture.md", "method.md"):
            text = (ROOT / "docs" / name).read_text(encoding="utf-8")
            for path in re.findall(r"`((?:src|tools|cmake|locales|tests)/[\w./-]+\.\w+)`", text):
                self.assertTrue((ROOT / path).is_file(), path)
        flow = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("## The flow of a datum")[1]
        rooms = "|".join(folder.name for folder in (ROOT / "src").iterdir() if folder.is_dir())
        files = re.findall(rf"`((?:{rooms})/\w+\.cpp)`", flow)
        self.assertGreater(len(files), 15)
        for path in files:
            self.assertTrue((ROOT / "src" / path).is_file(), path)

    def test_types_of_the_flow_exist(self):
        flow = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
        for room, name in set(re.findall(r"`(\w+)::([A-Z]\w+)(?:<T>)?`", flow)):
            headers = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src" / room).glob("*.hpp"))
            self.assertRegex(headers, rf"\b(struct|class|using) {name}\b")

    def test_no_file_speaks_of_one_machine(self):
        for path in list_files():
            if path.name == "dev" or path.suffix in (".pdf", ".png", ".dat") or not path.is_file():
                continue
            text = path.read_bytes().decode("utf-8", "replace")
            with self.subTest(path.relative_to(ROOT).as_posix()):
                self.assertEqual([words for words in FORBIDDEN if words in text], [])

    def test_decisions_have_their_three_headings_and_are_listed(self):
        records = sorted((ROOT / "docs/decisions").glob("0*.md"))
        index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
        numbers = [record.name[:4] for record in records]  # a gap is a record that is not in the tree yet
        self.assertEqual(sorted(set(numbers)), numbers)
        for record in records:
            text = record.read_text(encoding="utf-8")
            self.assertEqual(re.findall(r"^## (.*)$", text, re.MULTILINE), ["Context", "Decision", "Consequence"])
            self.assertIn(f"]({record.name}) {text.splitlines()[0][2:]}\n", index)

    def test_the_picture_is_small(self):
        picture = ROOT / "docs/pictures/first-page.png"
        self.assertLessEqual(picture.stat().st_size, PICTURE_BYTES_MAX)
        self.assertTrue(picture.read_bytes().startswith(b"\x89PNG"))

    def test_the_licence_is_said_for_all_files(self):
        self.assertIn("Apache License", (ROOT / "LICENSE").read_text(encoding="utf-8"))
        reuse = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))
        self.assertEqual(reuse["annotations"][0]["path"], "**")
        package = json.loads((ROOT / "third_party/package.json").read_text(encoding="utf-8"))
        self.assertEqual(package["license"], reuse["annotations"][0]["SPDX-License-Identifier"])

    def test_every_verb_is_in_the_changelog(self):
        changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        table = (ROOT / "src/cli/commands.cpp").read_text(encoding="utf-8")
        for verb in re.findall(r"^      (\w+)_command\(\),$", table, re.MULTILINE):
            self.assertRegex(changes, rf"`(jenjang )?{verb}`")


if __name__ == "__main__":
    unittest.main()
