"""Every command of the walk-throughs in docs/guide runs, and prints what the page shows."""

import os
import pathlib
import re
import shlex
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TWINS = (("first-study.md", "studi-pertama.md"), ("coding.md", "mengode.md"))
ELISION = "…"
REAL_DOCUMENTS_PAGE = "finding-evidence.md"
REAL_DOCUMENTS = pathlib.Path(os.environ.get("JENJANG_SHARED") or "/nonexistent").resolve() / "documents"


def list_pages():
    """Every page of the guide that shows commands with what they say."""
    pages = [page for page in sorted((ROOT / "docs/guide").glob("*.md")) if "```console" in page.read_text(encoding="utf-8")]
    return [page.name for page in pages]


def read_steps(text):
    """(command, shown lines) of each command in the console blocks of a page."""
    steps = []
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("$ "):
                steps.append((line[2:], []))
            else:
                steps[-1][1].append(line)
    return steps


def read_files(text):
    """(name, content) of each file that a page shows: ```text file=NAME."""
    return re.findall(r"^```text file=([\w.-]+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def fits(shown, line):
    """Whether a line of the page is this line of output; one that ends in … shows its beginning only."""
    if shown.endswith(" " + ELISION):
        return line.startswith(shown[: -len(ELISION)])
    return shown.rstrip() == line.rstrip()


def explain_difference(shown, output):
    """A sentence on the first line that does not fit; empty where all of the page fits. A line … stands for any lines."""
    at, free = 0, False
    while output and not output[-1].strip():
        output = output[:-1]
    for line in shown:
        if line == ELISION:
            free = True
            continue
        found = next((i for i in range(at, len(output)) if fits(line, output[i])), None) if free else at
        if found is None or found >= len(output) or not fits(line, output[found]):
            return f"the page shows {line!r}, the program says {output[at:at + 3]!r}"
        at, free = found + 1, False
    if not free and at < len(output):
        return f"the program goes on with {output[at]!r}"
    return ""


class Guide(unittest.TestCase):
    def test_every_command_says_what_the_page_shows(self):
        program = os.environ["JENJANG_PROGRAM"]
        for page in list_pages():
            text = (ROOT / "docs/guide" / page).read_text(encoding="utf-8")
            steps = read_steps(text)
            self.assertGreater(len(steps), 3)
            environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "USER": "tester"}
            with tempfile.TemporaryDirectory() as folder:
                if page == REAL_DOCUMENTS_PAGE:
                    if not REAL_DOCUMENTS.is_dir():
                        continue  # without the shared data there is nothing to find evidence in
                    (pathlib.Path(folder) / "documents").symlink_to(REAL_DOCUMENTS)
                for name, content in read_files(text):
                    pathlib.Path(folder, name).write_text(content, encoding="utf-8")
                for command, shown in steps:
                    with self.subTest(page=page, command=command):
                        words = shlex.split(command)
                        if words[0] == "export":
                            name, value = words[1].split("=", 1)
                            environment[name] = value
                            continue
                        self.assertEqual(words[0], "jenjang")
                        done = subprocess.run(
                            [program, *words[1:]],
                            cwd=folder,
                            env=environment,
                            capture_output=True,
                            text=True,
                            timeout=120,
                            check=False,
                        )
                        # At a terminal messages come after the data that they speak of.
                        output = done.stdout + done.stderr
                        self.assertEqual(done.returncode, 0, output)
                        self.assertEqual(explain_difference(shown, output.splitlines()), "")

    def test_the_walk_throughs_are_among_the_pages(self):
        self.assertLessEqual({page for twins in TWINS for page in twins}, set(list_pages()))

    def test_both_pages_run_the_same_commands(self):
        for twins in TWINS:
            pages = [read_steps((ROOT / "docs/guide" / page).read_text(encoding="utf-8")) for page in twins]
            self.assertEqual(*[[command for command, _ in page if not command.startswith("export")] for page in pages])

    def test_a_planted_difference_is_found(self):
        output = ["one", "two", "three", ""]
        for shown, is_right in (
            (["one", "two", "three"], True),
            (["one", "…"], True),
            (["…", "three"], True),
            (["one", "…", "three"], True),
            (["one", "t …"], False),
            (["one", "two"], False),
            (["one", "two", "four"], False),
            (["…", "four", "…"], False),
            (["…", "three", "…", "one"], False),
            (["one", "two", "three", "four"], False),
        ):
            self.assertEqual(explain_difference(shown, output) == "", is_right, shown)
        self.assertEqual(explain_difference(["one and …"], ["one and more"]), "")


if __name__ == "__main__":
    unittest.main()
