"""What follows from codings: words followed into a revision, findings, and the list of what is missing."""

import json

import harness
from coder import TEXT, CodingTest
from harness import ABSENT, INVALID, USAGE


class RevisionTest(CodingTest):
    LONG = "Dua belas dari empat puluh perangkat daerah memakai tanda tangan elektronik"
    NEWER = TEXT.replace("Kebijakan", "Dengan ini kebijakan baru berlaku.\n\nKebijakan").replace(
        "memakai tanda", "telah memakai tanda").replace("Anggaran tahun 2026 tidak mencukupi untuk pusat data.", "")

    def setUp(self):
        super().setUp()
        self.cite("Kebijakan kantor cerdas")
        self.cite(self.LONG)
        self.succeed("evidence", self.workspace, "accept", "E1", "E2", "--by", "Budi")
        self.codes("add", "uang", "--name", "Uang", "--under", "G")
        self.code("uang", "Anggaran tahun 2026 tidak mencukupi")

    def reanchor(self, code="kebijakan@2"):
        return json.loads(self.succeed("reanchor", self.workspace, "--source", code, "--by", "Ani", "--json").out)

    def test_words_are_followed_and_those_to_review_are_marked(self):
        self.assertEqual([one["newer"] for one in self.evidence()], [None, None])
        self.add("kebijakan", self.NEWER)
        self.assertEqual({one["newer"]["outcome"] for one in self.evidence()}, {"unsought"})
        found = self.reanchor()
        self.assertEqual([(one["id"], one["code"], one["newer"]["outcome"], one["recorded_now"]) for one in found],
                         [("E1", "S01", "same", True), ("E2", "S01", "changed", True), ("K1", "uang", "lost", True)])
        self.assertEqual(found[1]["old"]["quote"], self.LONG)
        self.assertEqual(found[1]["newer"]["quote"], self.LONG.replace("memakai", "telah memakai"))
        self.assertEqual([one["newer"]["outcome"] for one in self.evidence()], ["same", "changed"])
        self.assertEqual([one["quote"] for one in self.evidence()], ["Kebijakan kantor cerdas", self.LONG])
        self.assertEqual(self.listed("codings")[0]["newer"]["outcome"], "lost")
        table = self.succeed("evidence", self.workspace, "list", lang="id").out
        self.assertEqual(table.count("perlu ditinjau"), 1)
        for language, said in (("id", "kata-katanya berubah menjadi"), ("en", "the words changed to")):
            report = harness.words_of(self.succeed("report", self.workspace, "--format", "md", lang=language).out)
            self.assertIn(said, report)
            self.assertNotIn("⟦", report)
        self.assertEqual([one["recorded_now"] for one in self.reanchor()], [False] * 3)
        self.assertEqual(self.succeed("verify", self.workspace).code, 0)

    def test_a_further_revision_is_looked_into_afresh(self):
        self.add("kebijakan", self.NEWER)
        self.reanchor()
        self.add("kebijakan", TEXT + "\nPenutup.\n")
        self.assertEqual({one["newer"]["outcome"] for one in self.evidence()}, {"unsought"})
        self.assertEqual([one["newer"]["outcome"] for one in self.reanchor("kebijakan@3")], ["same"] * 3)
        self.assertEqual({one["newer"]["source"] for one in self.evidence()}, {"kebijakan@3"})

    def test_the_order_of_citing_does_not_matter(self):
        self.add("kebijakan", self.NEWER)
        first = {one["old"]["quote"]: one["newer"] for one in self.reanchor()}
        self.workspace = self.new_workspace("second.jenjang")
        self.add("kebijakan", TEXT)
        self.codes("add", "uang", "--name", "Uang")
        for quote in (self.LONG, "Kebijakan kantor cerdas"):
            self.cite(quote)
        self.code("uang", "Anggaran tahun 2026 tidak mencukupi")
        self.add("kebijakan", self.NEWER)
        self.assertEqual({one["old"]["quote"]: one["newer"] for one in self.reanchor()}, first)

    def test_bad_words_get_a_sentence(self):
        self.assertIn("--as", self.refuse(INVALID, "reanchor", self.workspace, "--source", "kebijakan").err)
        self.refuse(ABSENT, "reanchor", self.workspace, "--source", "kebijakan@2")


class FindingsTest(CodingTest):
    def test_strengths_and_weaknesses_of_each_dimension(self):
        self.cite("Kebijakan kantor cerdas", "--strength", "weak")
        self.cite("mengikat seluruh bidang", "--strength", "strong")
        self.cite("Anggaran tahun 2026", "--stance", "contradicts")
        self.cite("pusat data")
        self.succeed("evidence", self.workspace, "accept", "E1", "E2", "E3", "--by", "Budi")
        self.codes("add", "uang", "--name", "Uang", "--under", "G")
        self.codes("add", "lain", "--name", "Lain")
        self.code("uang", "tidak mencukupi", "--stance", "contradicts")
        self.code("lain", "pusat data", "--stance", "supports")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--value", "3", "--check", "2a")
        found = {one["element"]: one for one in json.loads(self.succeed("findings", self.workspace, "--json").out)}
        self.assertEqual(list(found)[-1], None)
        governance = found["G"]
        self.assertEqual([governance["strengths"][key] for key in ("citations", "codings", "sources")], [2, 0, 1])
        self.assertEqual([one["id"] for one in governance["strengths"]["quotes"]], ["E2", "E1"])
        self.assertEqual([governance["weaknesses"][key] for key in ("citations", "codings", "sources")], [1, 1, 1])
        self.assertEqual([one["id"] for one in governance["weaknesses"]["quotes"]], ["E3", "K1"])
        self.assertEqual(governance["shortfalls"][0]["indicator"], "S01")
        self.assertEqual(found[None]["strengths"]["codings"], 1)
        self.assertEqual(found["K"]["strengths"], {"citations": 0, "codings": 0, "sources": 0, "quotes": []})
        for language, said in (("id", "Bukti yang bertentangan: 1 kutipan yang diterima dan 1 pengodean bebas"),
                               ("en", "Evidence against: 1 accepted citation and 1 free coding, from 1 source")):
            for words in (["findings"], ["report", "--format", "md"]):
                out = harness.words_of(self.succeed(words[0], self.workspace, *words[1:], lang=language).out)
                self.assertIn(said, out)
                self.assertNotIn("⟦", out)


class RequestListTest(CodingTest):
    def test_what_is_missing_is_asked_for_by_unit(self):
        self.succeed("rate", self.workspace, "--indicator", "S01", "--value", "3", "--check", "2a")
        missing = json.loads(self.succeed("evidence", self.workspace, "list", "--missing", "--json").out)
        self.assertGreater(len(missing), 0)
        for language, said in (("id", "paling lambat 15 Desember 2026"), ("en", "by 15 December 2026")):
            for form in ("html", "md"):
                out = self.succeed("report", self.workspace, "--form", "request-list", "--until", "2026-12-15",
                                   "--format", form, lang=language).out
                self.assertIn(said, out)
                self.assertNotIn("⟦", out)
                self.assertEqual(out.count("S01 "), len(missing))
                printed = ["evidence", self.workspace, "list", "--missing", "--format", form, "--until", "2026-12-15"]
                self.assertEqual(self.succeed(*printed, lang=language).out, out)
                self.succeed(*printed, "-o", f"permintaan.{form}", lang=language)
                self.assertEqual((self.folder / f"permintaan.{form}").read_text("utf-8"), out)
        self.assertIn("Secretariat", out)

    def test_nothing_missing_is_said_and_markup_is_escaped(self):
        workspace = self.new_workspace("x.jenjang", organization="Dinas <b>&")
        out = self.succeed("report", workspace, "--form", "request-list", "--format", "html").out
        self.assertIn("Dinas &lt;b&gt;&amp;", out)
        self.assertNotIn("<b>&", out)
        self.assertIn("No evidence needs to be requested", out)

    def test_what_prints_nothing_is_refused(self):
        for words in (["list", "--format", "html"], ["list", "--missing", "-o", "x.html"], ["list", "--missing", "--until", "2026-12-15"],
                      ["accept", "E1", "--format", "md"]):
            self.assertIn("--missing --format", self.refuse(USAGE, "evidence", self.workspace, *words).err)

    def test_bad_days_get_a_sentence(self):
        for day in ("2026-13-01", "2026-02-30", "15-12-2026", "besok", "2026-12-1", "2026-12-15T"):
            run = self.refuse(INVALID, "report", self.workspace, "--form", "request-list", "--until", day, "--format", "md")
            self.assertIn(day, run.err)
        self.assertIn("request-list", self.refuse(INVALID, "report", self.workspace, "--until", "2026-12-15", "--format",
                                                  "md").err)


if __name__ == "__main__":
    harness.main()
