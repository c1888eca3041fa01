"""The example study: what demo leaves behind, held against its own files by arithmetic of our own."""

import csv
import html.parser
import json
import pathlib
import re
import shutil
import tempfile
import unittest
from fractions import Fraction

import harness
from harness import EXAMPLE, digest, words_of

MODEL = harness.REPOSITORY / "models" / "somm"
REPORTS = {"id": ("laporan-hasil.html", "laporan-hasil.md"), "en": ("results-report.html", "results-report.md")}
CODES = [f"S{number:02}" for number in range(1, 41)]
INDEX = Fraction(110711, 42000)
LEVELS = range(2, 6)


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Node:
    """A node of a model, as far as arithmetic needs it."""

    def __init__(self, code):
        self.code, self.weight, self.children, self.checks = code, None, [], {level: [] for level in LEVELS}


def read_dimension(path):
    """The tree of one dimension, read by the indentation of its lines: enough for files that we wrote."""
    levels, root, in_checks, level = [], None, None, None
    for line in path.read_text("utf-8").splitlines():
        indent = len(line) - len(line.lstrip(" "))
        node = re.fullmatch(r"( *)(- )?code: ([A-Z]\w*)", line)
        if node:
            fresh = Node(node[3])
            depth = indent + len(node[2] or "")
            while levels and levels[-1][0] >= depth:
                levels.pop()
            if levels:
                levels[-1][1].children.append(fresh)
            else:
                root = fresh
            levels.append((depth, fresh))
            in_checks = None
        elif (weight := re.fullmatch(r" *weight: ([\d.]+)", line)) and indent == levels[-1][0]:
            levels[-1][1].weight = Fraction(weight[1])
        elif line.strip() == "checks:":
            in_checks = indent
        elif in_checks is not None and line.strip() and indent <= in_checks:
            in_checks = None
        elif in_checks is not None and (number := re.fullmatch(r" *(\d):", line)):
            level = int(number[1])
        elif in_checks is not None and (check := re.fullmatch(r" *- code: (\d\w)", line)):
            levels[-1][1].checks[level].append(check[1])
    return root


def read_model():
    root = Node("index")
    listed = (MODEL / "model.yaml").read_text("utf-8").split("\ndimensions:\n")[1].split("\nvectors:")[0]
    root.children = [read_dimension(MODEL / name) for name in re.findall(r"- (\S+)", listed)]
    return root


def walk(node):
    for child in node.children:
        yield from walk(child)
    yield node


def rate(node, ratings, evidence):
    """The claimed and the effective level of an indicator, by product.md's fourth rule."""
    mine = [row for row in ratings if row["indicator"] == node.code]
    values = sorted(int(row["value"]) for row in mine)
    claimed = values[(len(values) - 1) // 2]
    ticked = [row["checks"].split() for row in mine]
    reach = [int(row["level"] or claimed) for row in evidence
             if row["indicator"] == node.code and row["state"] == "accepted" and row["stance"] == "supports"]
    effective = 1
    for level in LEVELS:
        checks = all(2 * sum(code in one for one in ticked) >= len(mine) for code in node.checks[level])
        if level > claimed or not checks or not any(r >= level for r in reach):
            break
        effective = level
    return claimed, effective


class Page(html.parser.HTMLParser):
    """What an HTML report holds: tags with attributes, its words, and the words of headings and heads of tables."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.heads, self.style, self.open = [], [], [], [], []
        self.feed(text)
        self.text = words_of(" ".join(self.words))

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br", "hr", "img", "link", "path", "rect", "line"):
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1][0] == "style":
            self.style.append(data)
            return
        self.words.append(data)
        if any(tag == "h2" or (tag == "th" and a.get("scope") == "col") for tag, a in self.open):
            self.heads.append(data)


class DemoTest(unittest.TestCase):
    """One run of demo serves all tests that only look."""

    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="jenjang-e2e-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.helper = harness.EndToEndTest()
        cls.helper.folder = cls.folder
        cls.first = cls.helper.run_program("demo", "contoh")
        cls.study = cls.folder / "contoh"
        cls.workspace = cls.study / "kominfo.jenjang"
        cls.before = cls.ask("evaluate", "--json")
        cls.texts = {name: (cls.study / name).read_text("utf-8") for names in REPORTS.values() for name in names}
        cls.pages = {language: Page(cls.texts[names[0]]) for language, names in REPORTS.items()}

    @classmethod
    def ask(cls, verb, *words, lang="en"):
        run = cls.helper.run_program(verb, cls.workspace, *words, lang=lang)
        if run.code != 0:
            raise AssertionError(str(run))
        return run.out

    @classmethod
    def export_ratings(cls):
        cls.ask("ratings", "export", cls.folder / "exported.csv")
        return (cls.folder / "exported.csv").read_text("utf-8")

    def test_demo_succeeds_and_names_what_it_wrote(self):
        self.assertEqual(self.first.code, harness.OK, str(self.first))
        for name in [*REPORTS["id"], *REPORTS["en"], "kominfo.jenjang"]:
            self.assertTrue((self.study / name).is_file(), name)
            self.assertIn(f"contoh/{name}", self.first.out)

    def test_demo_again_gives_the_same_figures_and_adds_nothing(self):
        counts = [len(json.loads(self.ask("sources", "--json"))),
                  len(json.loads(self.ask("evidence", "list", "--json"))), self.export_ratings()]
        again = self.helper.run_program("demo", "contoh")
        self.assertEqual(again.code, harness.OK, str(again))
        self.assertEqual(again.out, self.first.out)
        self.assertEqual(self.ask("evaluate", "--json"), self.before)
        self.assertEqual(counts, [len(json.loads(self.ask("sources", "--json"))),
                                  len(json.loads(self.ask("evidence", "list", "--json"))),
                                  self.export_ratings()])

    def test_index_is_exact_and_in_lowest_terms(self):
        index = json.loads(self.before)["index"]
        self.assertEqual(index["exact"], f"{INDEX.numerator}/{INDEX.denominator}")
        self.assertEqual(index["exact"], "110711/42000")
        self.assertEqual(index["rounded"], "2.64")
        self.assertEqual(index["decimal"], "2.635976190476")
        self.assertEqual((index["predicate"], index["readiness"]), ("Baik", "Cukup siap"))
        self.assertEqual(index["completeness"], "40/40")

    def test_every_node_is_what_its_ratings_evidence_and_weights_give(self):
        ratings, evidence = read_csv(EXAMPLE / "ratings.csv"), read_csv(EXAMPLE / "evidence.csv")
        found = {node["code"]: node for node in json.loads(self.before)["nodes"]}
        claimed, effective = {}, {}
        model = read_model()
        for node in walk(model):
            if not node.children:
                claimed[node.code], effective[node.code] = rate(node, ratings, evidence)
            else:
                weights = sum(child.weight for child in node.children)
                for values in (claimed, effective):
                    values[node.code] = sum(c.weight * values[c.code] for c in node.children) / weights
            if node is model:
                continue
            self.assertEqual(Fraction(found[node.code]["exact"]), effective[node.code], node.code)
            self.assertLessEqual(abs(Fraction(found[node.code]["claimed"]) - claimed[node.code]),
                                 Fraction(1, 2 * 10**12), node.code)
            self.assertEqual(found[node.code]["level"], None if node.children else effective[node.code], node.code)
        self.assertEqual(effective["index"], INDEX)
        self.assertEqual(len(effective), 1 + len(found))
        self.assertEqual(sorted(code for code in CODES if claimed[code] != effective[code]), ["S02", "S18"])

    def test_exactly_the_two_claims_that_do_not_stand_are_flagged(self):
        flagged = {node["code"]: node for node in json.loads(self.before)["nodes"] if node["flags"]}
        self.assertEqual(sorted(flagged), ["S02", "S18"])
        for node in flagged.values():
            self.assertEqual((node["claimed"], node["level"], node["flags"], node["outcome"]),
                             ("4", 3, ["insufficient_evidence"], "insufficient_evidence"))

    def test_the_pattern_of_the_study(self):
        """A fairly good base; integration, change and people are the work to do."""
        found = {node["code"]: Fraction(node["exact"]) for node in json.loads(self.before)["nodes"]}
        for code in ("T", "A"):
            self.assertGreaterEqual(found[code], 3, code)
        for code in ("I", "C", "P"):
            self.assertLess(found[code], 3, code)
        self.assertEqual(sorted("GPCTAIKL", key=lambda code: found[code])[:3], ["P", "C", "I"])

    def test_reports_ask_nothing_of_the_network(self):
        for language, page in self.pages.items():
            for tag, attributes in page.tags:
                self.assertNotIn(tag, ("script", "link", "img", "iframe", "object", "embed", "base", "form", "image"))
                for name, value in attributes.items():
                    self.assertNotIn(name, ("src", "srcset", "data", "action", "background", "poster", "ping"), tag)
                    self.assertFalse(name.startswith("on"), (tag, name))
                    if name in ("href", "xlink:href"):
                        self.assertTrue(value.startswith("#"), (language, tag, value))
                    for place in re.findall(r"url\(([^)]*)\)", value or ""):
                        self.assertTrue(place.startswith("#"), (language, tag, place))
            style = "".join(page.style)
            self.assertNotIn("@import", style)
            self.assertNotRegex(style, r"url\(\s*['\"]?(?!#|data:)")

    def test_reports_name_every_indicator_and_every_digest(self):
        digests = [source["digest"] for source in json.loads(self.ask("sources", "--json"))]
        self.assertEqual(len(digests), 16)
        for path in (EXAMPLE / "documents").iterdir():
            self.assertIn(digest(path), digests, path.name)
        for name, text in self.texts.items():
            for code in CODES:
                self.assertRegex(text, rf"\b{code}\b", name)
            for one in digests:
                self.assertIn(one, text, name)

    def test_reports_hold_every_quote(self):
        markdown = {language: words_of(self.texts[names[1]].replace("\\", "").replace("\n>", " "))
                    for language, names in REPORTS.items()}
        for row in read_csv(EXAMPLE / "evidence.csv"):
            quote = words_of(row["quote"])
            for language in REPORTS:
                self.assertIn(quote, self.pages[language].text, (language, row["indicator"]))
                self.assertIn(quote, markdown[language], (language, row["indicator"]))

    def test_the_two_languages_stay_unmixed(self):
        foreign = {
            "en": r"(?i)\b(tingkat|bobot|nilai|kesenjangan|rekomendasi|bukti|sumber|indikator|jumlah|kelengkapan|ringkasan)\b",
            "id": r"(?i)\b(level|weight|value|gaps?|recommendations?|evidence|sources?|indicator|sum|completeness|summary)\b",
        }
        own = {"en": "Recommendations", "id": "Rekomendasi"}
        for language, page in self.pages.items():
            self.assertIn(own[language], page.heads)
            self.assertEqual([head for head in page.heads if re.search(foreign[language], head)], [], language)
            self.assertIn(("html", {"lang": language}), page.tags)
            for other in self.texts[REPORTS[language][1]].split("\n"):
                if other.startswith("## "):
                    self.assertNotRegex(other, foreign[language])
            self.assertNotIn("⟦", page.text)
        self.assertIn("2,64", self.pages["id"].text)
        self.assertNotIn("2.64", self.pages["id"].text)
        self.assertIn("2.64", self.pages["en"].text)
        self.assertNotIn("2,64", self.pages["en"].text)

    def test_reports_are_the_same_bytes_when_written_again(self):
        """There is no option for the clock: the line with the date of the report is left out."""
        for language in REPORTS:
            for form in ("html", "md"):
                first = self.ask("report", "--format", form, lang=language)
                second = self.ask("report", "--format", form, lang=language)
                self.assertEqual(without_date(first), without_date(second), (language, form))
                self.assertIn(len(first.splitlines()) - len(without_date(first)), (1, 2), (language, form))

    def test_explain_tells_why_a_claim_does_not_stand(self):
        out = words_of(self.ask("explain", "S18"))
        for words in ("Claimed level: 4", "Effective level: 3", "0 of 1", "Rejected by Ketua Tim Asesor"):
            self.assertIn(words, out)
        self.assertIn("110711/42000", self.ask("explain", "index"))


def without_date(text):
    return [line for line in text.splitlines() if "Date of report" not in line and "Tanggal laporan" not in line]


if __name__ == "__main__":
    harness.main()
