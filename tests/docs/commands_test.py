"""Every verb explains itself in both languages, and docs/guide/commands.md says what the program says.

Run with --write to write the page anew from the program's own help.
"""

import os
import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/guide/commands.md"
HEAD = """# Commands

What `jenjang help VERB --lang en` says, verb by verb. A test compares this page with the program; to write it anew:
`JENJANG_PROGRAM=… python3 tests/docs/commands_test.py --write`.

MODEL is the id of a model (`somm`), an id with a version (`somm@0.1.0`), or a folder. WORKSPACE is a file, `NAME.jenjang`. Codes of
checks are a level and a letter: `2a`, `3b`. Exit codes: [exit-codes.md](exit-codes.md).

## Environment

| variable | effect |
|---|---|
| `JENJANG_LANG` | language, `id` or `en`, where `--lang` is not given; a value that begins with `en` is English, any other Indonesian |
| `LC_ALL`, `LC_MESSAGES`, `LANG` | the locale, asked in this order where `JENJANG_LANG` is not set; without any of them: Indonesian |
| `LOGNAME`, `USER` | the name of the person where `--by` or `--rater` is not given; without them the login name |

"""


def call(*words):
    done = subprocess.run(
        [os.environ["JENJANG_PROGRAM"], *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
    )
    return done.stdout


def list_verbs(overview):
    """(verb, summary) of each verb in the overview."""
    return re.findall(r"^  ([a-z]+) {2,}(\S.*)$", overview.split("\n\n", 3)[-1], re.MULTILINE)


def help_of(verb, language):
    return "\n".join(line.rstrip() for line in call("help", verb, "--lang", language).strip().splitlines())


def compose_page():
    page = HEAD
    for verb, _ in list_verbs(call("--lang", "en", "--help")):
        page += f"## {verb}\n\n```\n{help_of(verb, 'en')}\n```\n\n"
    return page.rstrip() + "\n"


def environment_names(source):
    """Names of variables that a C++ source asks for, in place or by a list just before."""
    names = set(re.findall(r'getenv\("(\w+)"\)', source))
    for found in re.finditer(r"getenv\(name\)", source):
        lists = re.findall(r"for \(const char\* name : \{([^}]*)\}\)", source[: found.start()])
        names |= set(re.findall(r'"(\w+)"', lists[-1])) if lists else {"a variable that this test cannot name"}
    return names


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.verbs = dict(list_verbs(call("--lang", "en", "--help")))
        cls.words = dict(list_verbs(call("--lang", "id", "--help")))

    def test_the_overview_lists_the_same_verbs_in_both_languages(self):
        self.assertGreater(len(self.verbs), 15)
        self.assertEqual(list(self.verbs), list(self.words))

    def test_the_table_of_verbs_is_the_overview(self):
        table = (ROOT / "src/cli/commands.cpp").read_text(encoding="utf-8")
        self.assertEqual(re.findall(r"^      (\w+)_command\(\),$", table, re.MULTILINE), list(self.verbs))

    def test_each_verb_has_summary_and_examples_in_both_languages(self):
        for verb in self.verbs:
            for language, summaries in (("en", self.verbs), ("id", self.words)):
                with self.subTest(verb=verb, language=language):
                    text = help_of(verb, language)
                    self.assertEqual(text.splitlines()[0], summaries[verb])
                    self.assertNotIn("⟦", text)
                    self.assertRegex(text, rf"(?m)^  jenjang {verb}\b")
            with self.subTest(verb=verb):
                self.assertNotEqual(self.verbs[verb], self.words[verb])

    def test_the_page_says_what_the_program_says(self):
        self.assertEqual(PAGE.read_text(encoding="utf-8"), compose_page())

    def test_every_variable_that_the_program_reads_is_on_the_page(self):
        page = PAGE.read_text(encoding="utf-8")
        names = set()
        for path in sorted((ROOT / "src").rglob("*.cpp")):
            if not path.name.endswith("_test.cpp"):
                names |= environment_names(path.read_text(encoding="utf-8"))
        self.assertIn("JENJANG_LANG", names)
        self.assertEqual([name for name in sorted(names) if f"`{name}`" not in page], [])

    def test_a_planted_variable_is_seen(self):
        self.assertEqual(environment_names('getenv("PLANTED")'), {"PLANTED"})
        listed = 'for (const char* name : {"ONE", "TWO"})\n  if (const char* v = std::getenv(name))'
        self.assertEqual(environment_names(listed), {"ONE", "TWO"})
        self.assertEqual(len(environment_names("std::getenv(name)")), 1)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(compose_page(), encoding="utf-8")
    else:
        unittest.main()
