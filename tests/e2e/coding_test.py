"""Coding: what a coder says of citations, free codes, and rows that somebody deleted."""

import sqlite3

import harness
from coder import TEXT, CodingTest
from harness import ABSENT, CONFLICT, INVALID, USAGE, read_rows, write_rows


class CitationCodingTest(CodingTest):
    QUOTE = "Dua belas dari empat puluh perangkat daerah"
    FULL = ["--check", "3b", "--coverage", "12/40", "--unit", "perangkat daerah", "--strength", "strong"]

    def test_what_a_coder_says_is_kept_shown_and_exchanged(self):
        self.cite("Kebijakan kantor cerdas")
        self.cite(self.QUOTE, *self.FULL, "--note", "hanya sebagian")
        plain, coded = self.evidence()
        self.assertEqual((plain["check"], plain["coverage"], plain["strength"]), (None, None, None))
        self.assertEqual((coded["check"], coded["strength"], coded["note"]), ("3b", "strong", "hanya sebagian"))
        self.assertEqual(coded["coverage"],
                         {"share": "12/40", "count": 12, "total": 40, "unit": "perangkat daerah"})
        self.assertIn("Coverage: 12 of 40 perangkat daerah.",
                      harness.words_of(self.succeed("explain", self.workspace, "S01").out))
        self.assertIn("Cakupan: 12 dari 40 perangkat daerah.", harness.words_of(
            self.succeed("report", self.workspace, "--format", "md", lang="id").out))
        self.succeed("evidence", self.workspace, "export", "e.csv")
        row = read_rows((self.folder / "e.csv").read_text("utf-8"))[1]
        self.assertEqual([row[name] for name in ("check", "coverage", "unit", "strength")],
                         ["3b", "12/40", "perangkat daerah", "strong"])
        second = self.new_workspace("second.jenjang")
        self.succeed("add", second, "sumber.txt", "--as", "kebijakan")
        self.succeed("evidence", second, "import", "e.csv")
        self.succeed("evidence", second, "export", "again.csv")
        self.assertEqual((self.folder / "e.csv").read_bytes(), (self.folder / "again.csv").read_bytes())
        self.assertIn("0 imported, 2 there already", self.succeed("evidence", second, "import", "e.csv").err)

    def test_a_file_without_the_new_columns_still_reads(self):
        old = ["indicator", "source", "page", "quote", "occurrence", "stance", "level", "note", "by", "state", "decided_by",
               "because"]
        write_rows(self.folder / "old.csv", old,
                   [["S01", "kebijakan", "", self.QUOTE, "", "supports", "", "", "Ani", "accepted", "Budi", ""]])
        self.succeed("evidence", self.workspace, "import", "old.csv")
        self.assertEqual(self.states(), {"E1": "accepted"})
        self.assertIsNone(self.evidence()[0]["coverage"])

    def test_it_changes_no_level(self):
        self.succeed("rate", self.workspace, "--indicator", "S01", "--value", "3", "--check", "2a")
        self.cite(self.QUOTE, "--level", "3")
        before = self.succeed("evaluate", self.workspace, "--json").out
        self.cite(self.QUOTE, "--level", "3", *self.FULL)
        self.assertEqual(self.succeed("evaluate", self.workspace, "--json").out, before)

    def test_bad_words_get_a_sentence(self):
        for words, said in ((["--check", "9z"], "no condition 9z"),
                            (["--coverage", "some", "--unit", "bidang"], "some/40"),
                            (["--coverage", "all", "--unit", "bidang"], "does not say of how many"),
                            (["--coverage", "41/40", "--unit", "bidang"], "more than the whole"),
                            (["--coverage", "banyak/40", "--unit", "bidang"], "not understood"),
                            (["--coverage", "12/40"], "what is counted"),
                            (["--unit", "bidang"], "without a coverage")):
            run = self.refuse(INVALID, "cite", self.workspace, "--indicator", "S01", "--source", "kebijakan", "--quote",
                              self.QUOTE, *words)
            self.assertIn(said, run.err)
        self.refuse(USAGE, "cite", self.workspace, "--indicator", "S01", "--source", "kebijakan", "--quote", self.QUOTE,
                    "--strength", "huge")
        write_rows(self.folder / "bad.csv", ["indicator", "source", "quote", "strength"],
                   [["S01", "kebijakan", self.QUOTE, "huge"]])
        self.assertIn("huge", self.refuse(INVALID, "evidence", self.workspace, "import", "bad.csv").err)
        self.assertEqual(self.evidence(), [])


class FreeCodesTest(CodingTest):
    def setUp(self):
        super().setUp()
        self.codes("add", "anggaran", "--name", "Anggaran", "--under", "G", "--memo", "uang")
        self.codes("add", "kendala", "--name", "Kendala")

    def test_codings_are_listed_and_overlap_freely(self):
        self.assertEqual(self.code("anggaran", "Anggaran tahun 2026", "--stance", "contradicts", "--strength", "weak"), "K1")
        self.assertEqual(self.code("KENDALA", "Anggaran tahun 2026 tidak mencukupi", "--memo", "inti"), "K2")
        self.assertEqual(self.code("kendala", "Anggaran tahun 2026"), "K3")
        first, second, _ = self.listed("codings")
        self.assertEqual((first["code"], first["stance"], first["strength"], first["by"]),
                         ("anggaran", "contradicts", "weak", "Ani"))
        self.assertEqual((second["code"], second["stance"], second["memo"]), ("kendala", None, "inti"))
        codes = self.listed()
        self.assertEqual([(one["code"], one["under"], one["codings"]) for one in codes],
                         [("anggaran", "G", 1), ("kendala", None, 2)])
        table = self.succeed("codes", self.workspace, "codings", "kendala", lang="id").out
        self.assertEqual(len(table.strip().split("\n")), 4 if "─" in table or "---" in table else 3, table)
        self.assertEqual(self.succeed("verify", self.workspace).code, 0)

    def test_merge_split_move_and_rename_keep_where_codings_came_from(self):
        for quote in ("Anggaran tahun 2026", "pusat data", "tidak mencukupi"):
            self.code("anggaran", quote)
        self.codes("merge", "anggaran", "--into", "kendala", "--because", "sama", by="Budi")
        self.assertEqual(set(self.under().values()), {"kendala"})
        self.assertEqual([one["came_through"] for one in self.listed("codings")], [["anggaran"]] * 3)
        self.assertEqual([(one["merged_into"], one["merged_from"]) for one in self.listed()],
                         [("kendala", []), (None, ["anggaran"])])
        self.codes("split", "kendala", "--into", "pusat-data", "--name", "Pusat data", "K2")
        self.codes("move", "K3", "--to", "pusat-data")
        self.codes("rename", "kendala", "--name", "Hambatan")
        self.assertEqual(self.under(), {"K1": "kendala", "K2": "pusat-data", "K3": "pusat-data"})
        self.assertEqual(self.listed("codings")[1]["came_through"], ["anggaran", "kendala"])
        log = self.listed("log")
        self.assertEqual([act["number"] for act in log], list(range(1, len(log) + 1)))
        merge = next(act for act in log if act["kind"] == "merge")
        self.assertEqual((merge["code"], merge["target"], merge["because"], merge["by"]), ("anggaran", "kendala", "sama", "Budi"))
        self.assertRegex(merge["at"], r"\A\d{4}-\d\d-\d\dT")
        self.assertEqual(log[-1]["former"], ["Kendala"])
        self.assertEqual(log[-2]["former"], ["kendala"])
        for language in ("id", "en"):
            self.assertNotIn("⟦", self.succeed("codes", self.workspace, "log", lang=language).out)
        self.refuse(INVALID, "code", self.workspace, "--code", "anggaran", "--source", "kebijakan", "--quote", "pusat data")

    def test_bad_words_get_a_sentence_and_change_nothing(self):
        self.code("anggaran", "pusat data")
        before = harness.contents(self.workspace)
        quote = ["--source", "kebijakan", "--quote", "pusat data"]
        for code, words, said in (
                (INVALID, ["code", "--code", "S01", *quote], "jenjang cite"),
                (ABSENT, ["code", "--code", "lain", *quote], "anggaran, kendala"),
                (ABSENT, ["code", "--code", "kendala", "--source", "lain", "--quote", "x"], "lain"),
                (ABSENT, ["code", "--code", "kendala", "--source", "kebijakan", "--quote", "tidak ada kata ini"], "exactly"),
                (CONFLICT, ["codes", "add", "Anggaran", "--name", "x"], "anggaran"),
                (INVALID, ["codes", "add", "s1", "--name", "x"], "element of the model"),
                (INVALID, ["codes", "add", "K7", "--name", "x"], "K1"),
                (INVALID, ["codes", "add", "dua kata", "--name", "x"], "letters"),
                (INVALID, ["codes", "add", "baru", "--name", " "], "--name"),
                (INVALID, ["codes", "add", "baru"], "--name"),
                (ABSENT, ["codes", "add", "baru", "--name", "x", "--under", "Q9"], "Q9"),
                (INVALID, ["codes", "merge", "anggaran", "--into", "kendala"], "--because"),
                (INVALID, ["codes", "merge", "anggaran", "--into", "anggaran", "--because", "x"], "itself"),
                (ABSENT, ["codes", "merge", "anggaran", "--into", "lain", "--because", "x"], "lain"),
                (INVALID, ["codes", "split", "kendala", "--into", "baru", "--name", "x", "K1"], "K1"),
                (ABSENT, ["codes", "move", "K9", "--to", "kendala"], "K9"),
                (INVALID, ["codes", "move", "K1", "--to", "anggaran"], "already"),
                (USAGE, ["codes", "move", "K1"], "--to"),
                (USAGE, ["codes", "split", "kendala", "--into", "baru"], "split"),
                (USAGE, ["codes", "rename"], "rename")):
            run = self.refuse(code, words[0], self.workspace, *words[1:])
            self.assertIn(said, run.err, str(run))
        self.assertEqual(harness.contents(self.workspace), before)

    def test_a_workspace_of_before_takes_codes(self):
        with sqlite3.connect(self.workspace) as database:
            for table in ("row_counts", "record_corrections", "source_signatures", "print_attempts", "print_views", "source_sketches", "anchors", "coding_acts", "codings", "evidence_codings"):
                database.execute(f"DROP TABLE {table}")
            database.execute("DELETE FROM applied_migrations WHERE number > 7")
            database.execute("PRAGMA user_version = 7")
        database.close()
        self.codes("add", "baru", "--name", "Baru")
        self.assertEqual([one["code"] for one in self.listed()], ["baru"])


class DeletedRowsTest(CodingTest):
    def test_verify_misses_a_row_of_each_table(self):
        self.codes("add", "kendala", "--name", "Kendala")
        self.code("kendala", "pusat data")
        self.cite("Dua belas dari empat puluh", "--check", "3b")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Budi")
        self.add("kebijakan", TEXT + "\nTambahan.\n")
        self.succeed("reanchor", self.workspace, "--source", "kebijakan@2", "--by", "Ani")
        self.assertEqual(self.succeed("verify", self.workspace).code, 0)
        sound = self.workspace.read_bytes()
        for table in ("evidence", "evidence_codings", "evidence_decisions", "codings", "coding_acts", "anchors"):
            with sqlite3.connect(self.workspace) as database:
                done = database.execute(f"DELETE FROM {table} WHERE rowid = (SELECT MAX(rowid) FROM {table})")
                self.assertEqual(done.rowcount, 1, table)
            database.close()
            run = self.run_program("verify", self.workspace)
            self.assertEqual(run.code, harness.DAMAGED, str(run))
            self.assertIn(f"missing in {table}", run.out + run.err)
            self.workspace.write_bytes(sound)


if __name__ == "__main__":
    harness.main()
