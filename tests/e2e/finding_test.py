"""Suggestions on the example study: what they find, what they say of it, and what people's decisions do to them."""

import json
import pathlib
import shutil
import tempfile

import harness
from harness import ABSENT, INVALID, USAGE


class FindingTest(harness.EndToEndTest):
    @classmethod
    def setUpClass(cls):
        cls.place = pathlib.Path(tempfile.mkdtemp(prefix="jenjang-e2e-finding-"))
        cls.addClassCleanup(shutil.rmtree, cls.place, ignore_errors=True)
        harness.subprocess.run([str(harness.PROGRAM), "demo", str(cls.place / "demo")], check=True, capture_output=True,
                               timeout=harness.SECONDS_MAX, env=harness.environment(cls.place))
        cls.built = cls.place / "demo" / "kominfo.jenjang"

    def setUp(self):
        """The example study, and a workspace with its documents and no citation."""
        super().setUp()
        self.workspace = pathlib.Path(shutil.copy2(self.built, self.folder / "kominfo.jenjang"))
        self.bare = self.folder / "bare.jenjang"
        if (FindingTest.place / "bare.jenjang").is_file():
            shutil.copy2(FindingTest.place / "bare.jenjang", self.bare)
            return
        self.new_workspace("bare.jenjang")
        self.succeed("add", self.bare, harness.EXAMPLE / "documents")
        shutil.copy2(self.bare, FindingTest.place / "bare.jenjang")

    def suggest(self, workspace, *words, lang="en"):
        return json.loads(self.succeed("suggest", workspace, *words, "--json", lang=lang).out)

    def test_the_passages_that_were_cited_in_the_example_are_found_without_knowing_them(self):
        rows = harness.read_rows((harness.EXAMPLE / "evidence.csv").read_text("utf-8"))
        found = wanted = 0
        for code in sorted({row["indicator"] for row in rows}):
            texts = [harness.words_of(one["text"]) for one in self.suggest(self.bare, "--indicator", code, "--limit", "10")]
            for row in rows:
                if row["indicator"] == code and row["source"] in self.documents():
                    wanted += 1
                    found += any(harness.words_of(row["quote"])[:40] in text for text in texts)
        self.assertGreater(wanted, 30)
        self.assertGreaterEqual(found / wanted, 0.9, f"{found} of {wanted}")
        print(f"citations of the example among the ten best: {found} of {wanted}", file=harness.sys.stderr)

    def documents(self):
        return {one["code"] for one in json.loads(self.succeed("sources", self.bare, "--json").out)}

    def test_each_suggestion_says_why(self):
        best = self.suggest(self.bare, "--indicator", "s20", "--limit", "3")
        self.assertEqual(len(best), 3)
        self.assertEqual([one["score"] for one in best], sorted((one["score"] for one in best), reverse=True))
        first = best[0]
        self.assertEqual(first["by_feedback"], 0)
        self.assertAlmostEqual(sum(reason["gain"] for reason in first["reasons"]), first["score"], delta=0.01)
        for reason in first["reasons"]:
            for form in reason["found"]:
                self.assertIn(form, first["text"].lower())
            self.assertTrue(reason["from"])
        self.assertIn('search term "', first["why"])
        self.assertRegex(self.suggest(self.bare, "--indicator", "S20", "--limit", "1", lang="id")[0]["why"],
                         r"^Alasan: .*(istilah pencarian|kriteria tingkat|butir pemeriksaan)")
        shown = self.succeed("suggest", self.bare, "--indicator", "S20", "--limit", "1")
        self.assertIn("not by meaning", shown.err)
        self.assertIn(first["why"], shown.out)
        self.assertIn(f"{first['source']}, ", shown.out)

    def test_a_level_asks_for_its_own_words_only(self):
        for reason in self.suggest(self.bare, "--indicator", "S20", "--level", "3", "--limit", "1")[0]["reasons"]:
            self.assertEqual({part["level"] for part in reason["from"]} - {None, 3}, set(), reason)

    def test_what_is_cited_or_rejected_is_left_out_and_moves_the_rest(self):
        before = self.suggest(self.bare, "--indicator", "S20", "--limit", "40")
        first, third = before[0], before[2]
        for one in (first, third):
            page = [] if one["page"] is None else ["--page", str(one["page"])]
            self.succeed("cite", self.bare, "--indicator", "S20", "--source", one["source"], *page,
                         "--quote", one["text"].split("\n")[0], "--occurrence", "1")
        self.succeed("evidence", self.bare, "reject", "E2", "--by", "uji", "--because", "uji")
        after = self.suggest(self.bare, "--indicator", "S20", "--limit", "40")
        places = [(one["source"], one["begin"]) for one in after]
        self.assertNotIn((first["source"], first["begin"]), places)
        self.assertNotIn((third["source"], third["begin"]), places)
        self.assertIn(before[1]["begin"], [one["begin"] for one in after])
        self.assertTrue(any(one["by_feedback"] > 0 for one in after))
        self.assertTrue(any("cited before moved it up" in one["why"] for one in after))
        self.assertIn("1 citation and 1 rejection", self.succeed("suggest", self.bare, "--indicator", "S20").err)

    def test_the_same_question_has_the_same_answer(self):
        words = ("suggest", self.workspace, "--indicator", "S07", "--json")
        self.assertEqual(self.succeed(*words).raw_out, self.succeed(*words).raw_out)

    def test_what_cannot_be_suggested_is_said(self):
        self.assertIn("S01, S11, S14, S21, S31", self.refuse(ABSENT, "suggest", self.workspace, "--indicator", "s41").err)
        self.assertIn("S01", self.refuse(ABSENT, "suggest", self.workspace, "--indicator", "kebijakan").err)
        self.assertIn("1", self.refuse(INVALID, "suggest", self.workspace, "--indicator", "S01", "--level", "9").err)
        self.refuse(USAGE, "suggest", self.workspace)
        self.refuse(USAGE, "suggest", self.workspace, "--indicator", "S01", "--limit", "0")
        self.refuse(ABSENT, "suggest", self.folder / "none.jenjang", "--indicator", "S01")
        empty = self.new_workspace("empty.jenjang")
        self.assertEqual(self.suggest(empty, "--indicator", "S01"), [])


if __name__ == "__main__":
    harness.main()
