"""Bad models, ratings, tables and command lines are refused with a sentence and without harm."""

import json
import shutil

import harness
from harness import ABSENT, INVALID, REPOSITORY, USAGE, read_rows, write_rows
from harmless import HarmlessTest

SPBE = [f"I{number:02}" for number in range(1, 48)]
SOMM = [f"S{number:02}" for number in range(1, 41)]


class ModelsTest(HarmlessTest):
    """Models by a folder in which one thing is wrong."""

    def setUp(self):
        super().setUp()
        self.model = self.folder / "model"
        shutil.copytree(REPOSITORY / "models" / "spbe-2020", self.model)

    def change(self, name, old, new):
        path = self.model / name
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), "utf-8")

    def check_model(self, needles):
        """`model check` lists the finding as data with its place; whoever uses the model is refused."""
        for language in ("id", "en"):
            run = self.run_program("model", "check", "model", lang=language)
            self.assertEqual(run.code, INVALID, str(run))
            for needle in needles:
                self.assertIn(needle, run.out, str(run))
            self.assertNotIn("⟦", run.out + run.err)
        self.check(INVALID, ["model", "yaml"], "new", "w.jenjang", "--model", "model", "--organization", "X")
        write_rows(self.folder / "t.csv", ["id", *SPBE], [["x", *([3] * 47)]])
        self.check(INVALID, ["model"], "batch", "--model", "model", "t.csv", "-o", "out.csv")

    def test_yaml_that_is_none(self):
        self.change("model.yaml", "scale: {", "scale: { {[")
        self.check_model(["model.yaml:"])

    def test_yaml_of_binary_bytes(self):
        (self.model / "dimensions" / "policy.yaml").write_bytes(b"\x00\xff\xfe\x80binary")
        self.check_model(["policy.yaml"])

    def test_weights_that_do_not_sum(self):
        self.change("dimensions/policy.yaml", "weight: 1.3\n", "weight: 1.4\n")
        self.check_model(["A1", "13"])

    def test_a_weight_of_zero(self):
        self.change("dimensions/policy.yaml", "weight: 1.3\n", "weight: 0\n")
        self.check_model(["I01"])

    def test_gap_between_bands(self):
        self.change("model.yaml", "min: 2.6, max: 3.5", "min: 2.7, max: 3.5")
        self.check_model(["predicate", "2.6", "2.7"])

    def test_overlap_of_bands(self):
        self.change("model.yaml", "min: 2.6, max: 3.5", "min: 2.5, max: 3.5")
        self.check_model(["predicate", "2.5", "2.6"])

    def test_bands_that_leave_out_the_top(self):
        self.change("model.yaml", "min: 4.2, max: 5 }", "min: 4.2, max: 4.9 }")
        self.check_model(["predicate", "4.9"])

    def test_doubled_code(self):
        self.change("dimensions/policy.yaml", "code: I02", "code: i1")
        self.check_model(["i1"])

    def test_a_level_off_the_scale(self):
        self.change("dimensions/policy.yaml", "          5:\n", "          6:\n")
        self.check_model(["6"])

    def test_unknown_key(self):
        self.change("model.yaml", "rounding:", "roundings:")
        self.check_model(["roundings"])

    def test_a_vector_that_computes_to_something_else(self):
        self.change("vectors/regulation.yaml", '"3.282"', '"3.283"')
        run = self.run_program("model", "check", "model")
        self.assertEqual(run.code, INVALID)
        self.assertIn("3283/1000", run.out)

    def test_absent_models(self):
        self.check(ABSENT, ["nope", "somm"], "new", "w.jenjang", "--model", "nope", "--organization", "X")
        self.check(ABSENT, ["nope"], "model", "check", "nope")
        self.check(ABSENT, ["9.9.9", "0.1.0"], "model", "show", "somm@9.9.9")
        self.check(INVALID, ["model.yaml"], "model", "show", "model/model.yaml")
        (self.model / "model.yaml").unlink()
        self.check(ABSENT, ["model.yaml"], "model", "check", "model")


class RatingsTest(HarmlessTest):
    def setUp(self):
        super().setUp()
        self.somm, self.spbe = self.new_workspace(), self.new_workspace("s.jenjang", model="spbe-2020")

    def rate(self, code, needles, workspace, *words):
        self.check(code, needles, "rate", workspace, "--rater", "A", *words)

    def test_answers_that_the_model_does_not_know(self):
        self.rate(INVALID, ["S01", "9", "1", "5"], self.somm, "--indicator", "S01", "--value", "9")
        self.rate(INVALID, ["S01", "2.5"], self.somm, "--indicator", "S01", "--value", "2.5")
        self.rate(INVALID, ["S01", "tiga"], self.somm, "--indicator", "S01", "--value", "tiga")
        self.rate(INVALID, ["S01", "0"], self.somm, "--indicator", "S01", "--value", "0")
        self.rate(INVALID, ["S01"], self.somm, "--indicator", "S01", "--not-applicable", "")
        self.rate(INVALID, ["I01", "spbe-2020"], self.spbe, "--indicator", "I01", "--not-applicable", "alasan")
        self.rate(INVALID, ["9z", "2a"], self.somm, "--indicator", "S01", "--value", "2", "--check", "9z")
        self.rate(INVALID, ["7"], self.somm, "--indicator", "S01", "--value", "2", "--confidence", "7")
        self.rate(ABSENT, ["S99", "S09"], self.somm, "--indicator", "S99", "--value", "2")
        self.rate(USAGE, ["--value"], self.somm, "--indicator", "S01")
        self.rate(USAGE, ["--value"], self.somm, "--indicator", "S01", "--value", "2", "--withdraw")

    def test_files_of_ratings(self):
        head = ["indicator", "rater", "value", "outcome", "reason"]
        cases = [
            ([["S01", "A", "2", "", ""], ["S02", "A", "9", "", ""]], ["3", "S02"]),
            ([["S01", "A", "", "not_applicable", ""]], ["2", "S01"]),
            ([["S99", "A", "2", "", ""]], ["2", "S99"]),
            ([["S01", "", "2", "", ""]], ["2", "S01"]),
            ([["S01", "A", "1.234", "", ""]], ["2", "1.234"]),
            ([["S01", "A", "2", "mungkin", ""]], ["2", "mungkin"]),
        ]
        for rows, needles in cases:
            path = write_rows(self.folder / "r.csv", head, rows)
            self.check(INVALID, ["r.csv", *needles], "ratings", self.somm, "import", path)
        path = write_rows(self.folder / "r.csv", ["indicator", "rater", "nilai"], [["S01", "A", "2"]])
        self.check(INVALID, ["nilai"], "ratings", self.somm, "import", path)
        path = write_rows(self.folder / "r.csv", ["rater", "value"], [["A", "2"]])
        self.check(INVALID, ["indicator"], "ratings", self.somm, "import", path)
        self.check(ABSENT, ["absent.csv"], "ratings", self.somm, "import", "absent.csv")

    def test_files_of_evidence(self):
        (self.folder / "a.txt").write_text("Isi dokumen berisi kata isi dokumen lagi.\n", "utf-8")
        self.succeed("add", self.somm, "a.txt")
        head = ["indicator", "source", "quote", "stance", "state", "because"]
        for row, needles in (([["S01", "b", "Isi", "", "", ""]], ["b"]),
                             ([["S01", "a", "tidak ada", "", "", ""]], ["a"]),
                             ([["S01", "a", "dokumen", "", "", ""]], ["2"]),
                             ([["S01", "a", "Isi", "mendukung", "", ""]], ["mendukung"]),
                             ([["S01", "a", "Isi", "", "rejected", ""]], ["because"])):
            good = ["S01", "a", "Isi", "", "", ""]
            path = write_rows(self.folder / "e.csv", head, [good, *row])
            self.check(INVALID, ["e.csv", "3", *needles], "evidence", self.somm, "import", path)
        self.assertEqual(json.loads(self.succeed("evidence", self.somm, "list", "--json").out), [])

    def test_decisions(self):
        self.check(ABSENT, ["E9"], "evidence", self.somm, "accept", "E9", "--by", "X")
        self.check(INVALID, ["--because"], "evidence", self.somm, "reject", "E9", "--by", "X")
        self.check(USAGE, ["E1"], "evidence", self.somm, "accept", "--by", "X")


class CsvTest(HarmlessTest):
    """Tables for batch in which one thing is wrong."""

    def batch(self, needles, content, model="somm", code=INVALID):
        path = self.folder / "t.csv"
        path.write_bytes(content)
        self.check(code, needles, "batch", "--model", model, path, "-o", "out.csv")
        path.unlink()

    def table(self, row, separator=",", head=None):
        return (separator.join(head or ["id", *SOMM]) + "\n" + "\n".join(
            separator.join(cells) for cells in row) + "\n").encode()

    def row(self, first="2", identity="x"):
        return [identity, first, *(["2"] * 39)]

    def test_cells(self):
        cases = {
            "2,5": ["2"],  # a decimal comma, unquoted: one cell too many
            '"2,5"': ["S01", "2,5", "x"],  # read as 2.5, which the scale does not have
            "9": ["S01", "9", "x"],
            "0": ["S01"],
            "-1": ["S01", "-1"],
            "3a": ["S01", "3a"],
            "1e0": ["S01", "1e0"],
            "na": ["S01", "na"],
            '"1,234"': ["S01", "1,234"],
            '"1.234,5"': ["S01", "1.234,5"],
            "٣": ["S01"],
            "3 ": ["S01"],
        }
        for cell, needles in cases.items():
            with self.subTest(cell):
                self.batch(["2", *needles], self.table([self.row(cell)]))

    def test_semicolons(self):
        self.batch(["S01", "2,5"], self.table([self.row("2,5")], ";"))  # is 2.5: off the scale
        self.batch(["S01", "1.234"], self.table([self.row("1.234")], ";"))  # ambiguous
        self.batch(["S01", "1.234,5"], self.table([self.row("1.234,5")], ";"))

    def test_not_applicable_where_the_model_knows_none(self):
        head = ["id", *SPBE]
        self.batch(["I01", "NA", "spbe-2020"], self.table([["x", "NA", *(["2"] * 46)]], head=head), model="spbe-2020")

    def test_columns(self):
        self.batch(["S40"], self.table([self.row()[:-1]], head=["id", *SOMM[:-1]]))
        self.batch(["s1"], self.table([[*self.row(), "3"]], head=["id", *SOMM, "s1"]))
        self.batch(["ID"], self.table([[*self.row(), "3"]], head=["id", *SOMM, "ID"]))
        self.batch(["3"], self.table([self.row(), [*self.row(identity="y"), "9"]]))
        self.batch(["3"], self.table([self.row(), self.row(identity="y")[:-1]]))

    def test_repeated_ids(self):
        self.batch(["3", "x"], self.table([self.row(), self.row()]))

    def test_bytes(self):
        good = self.table([self.row()])
        self.batch([], b"")
        self.batch(["UTF-8"], good.replace(b"x,", b"\xff,"))
        self.batch(["UTF-8"], "﻿".encode() + good.replace(b"x,", b"\xc3\x28,"))
        self.batch(["UTF-8"], good.decode().encode("utf-16"))
        self.batch(["2", "NUL"], good.replace(b"x,2", b"x,\x002"))
        self.batch(["2"], good.replace(b"x,2", b'x,"2'))
        self.batch(["2"], good.replace(b"x,2", b'x,2"2'))
        self.batch(["2", "1 MiB"], self.table([self.row("9" * 10_000_000)]))
        self.batch(["2", "1 MiB"], self.table([[*self.row(), '"' + "a" * 10_000_000 + '"']], head=["id", *SOMM, "catatan"]))

    def test_every_problem_is_named_with_its_line(self):
        rows = [self.row(identity=str(i)) for i in range(5)]
        rows[1][3], rows[3][40], rows[4][1] = "7", "x", "NA"
        path = self.folder / "t.csv"
        path.write_bytes(self.table(rows))
        run = self.refuse(INVALID, "batch", "--model", "somm", path, "-o", "out.csv")
        for words in ("line 3 (id 1), column S03", "line 5 (id 3), column S40", "2 problems"):
            self.assertIn(words, run.err)
        self.assertNotIn("line 6", run.err)
        self.assertFalse((self.folder / "out.csv").exists())

    def test_an_older_output_survives_a_refused_table(self):
        (self.folder / "out.csv").write_text("lama\n", "utf-8")
        self.batch(["S01"], self.table([self.row("9")]))
        self.assertEqual((self.folder / "out.csv").read_text("utf-8"), "lama\n")

    def test_keep_going_writes_good_rows_and_lists_bad_ones(self):
        rows = [self.row(identity="a"), self.row("9", identity="b"), self.row(identity="c")[:-1], self.row(identity="a"),
                self.row("=1+1", identity="@e"), self.row(identity="f")]
        path = self.folder / "t.csv"
        path.write_bytes(self.table(rows))
        run = self.run_program("batch", "--model", "somm", path, "-o", "out.csv", "--keep-going")
        self.assertEqual((run.code, run.out), (INVALID, ""), str(run))
        self.assertEqual([row["id"] for row in read_rows((self.folder / "out.csv").read_text("utf-8"))], ["a", "f"])
        errors = read_rows((self.folder / "out.errors.csv").read_text("utf-8"))
        self.assertEqual([(e["line"], e["row"], e["column"], e["cell"]) for e in errors],
                         [("3", "b", "S01", "9"), ("4", "c", "", ""), ("5", "a", "id", "a"), ("6", "'@e", "S01", "'=1+1")])
        good = self.folder / "good.csv"
        good.write_bytes(self.table([rows[0], rows[5]]))
        self.assertEqual(self.succeed("batch", "--model", "somm", good).raw_out, (self.folder / "out.csv").read_bytes())
        self.check(USAGE, ["--keep-going"], "batch", "--model", "somm", path, "--keep-going")
        self.check(ABSENT, ["tiada.csv"], "batch", "--model", "somm", "tiada.csv")


class UsageTest(HarmlessTest):
    def test_words_that_the_parser_does_not_take(self):
        self.check(USAGE, ['"searcj"', '"search"'], "searcj")
        self.check(USAGE, ['"qqqqqqqqqqqq"'], "qqqqqqqqqqqq")
        self.check(USAGE, ["--jsn"], "evaluate", "w.jenjang", "--jsn")
        self.check(USAGE, ["extra"], "evaluate", "w.jenjang", "extra")
        self.check(USAGE, ["WORKSPACE"], "evaluate")
        self.check(USAGE, ["SOURCE"], "add", "w.jenjang")
        self.check(USAGE, ["--model"], "batch", "t.csv")
        self.check(USAGE, ["--stage", "foo", "interview"], "evaluate", "w.jenjang", "--stage", "foo")
        self.check(USAGE, ["--format", "pdf", "html, md"], "report", "w.jenjang", "--format", "pdf")
        self.check(USAGE, ["--limit", "zz"], "search", "w.jenjang", "x", "--limit", "zz")
        self.check(USAGE, ["--limit", "0"], "search", self.new_workspace(), "x", "--limit", "0")
        self.check(USAGE, ["--threads", "0"], "batch", "--model", "somm", "t.csv", "--threads", "0")
        self.check(USAGE, ["--model"], "new", "w.jenjang", "--organization", "X", "--model", "a", "--model", "b")
        self.check(USAGE, ["hapus", "import"], "ratings", "w.jenjang", "hapus", "x.csv")

    def test_no_sentence_of_the_parser_s_own_is_shown(self):
        for words in (["evaluate"], ["evaluate", "w", "--x"], ["evaluate", "w", "--stage", "foo"], ["evaluate", "w", "--stage"],
                      ["search", "w", "x", "--limit", "zz"], ["evaluate", "w", "--json=maybe"],
                      ["report", "w", "--format", "md", "--format", "md"]):
            run = self.refuse(USAGE, *words, lang="id")
            self.assertNotRegex(run.err, r"(?i)\b(is|not|required|expected|failed|convert|following|most)\b")

    def test_languages_that_we_do_not_speak(self):
        run = self.refuse(USAGE, "evaluate", "w.jenjang", lang="fr")
        self.assertIn("--lang id", run.err)

    def test_empty_words(self):
        workspace = self.new_workspace()
        self.check(INVALID, ["--indicator"], "search", workspace, "")
        self.check(INVALID, [], "cite", workspace, "--indicator", "S01", "--source", "a", "--quote", " ")
        self.check(INVALID, [], "new", "x.jenjang", "--model", "somm", "--organization", "")


if __name__ == "__main__":
    harness.main()
