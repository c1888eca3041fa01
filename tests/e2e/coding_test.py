"""Coding: what a coder says of citations, free codes, undoing, revisions, and what follows from them."""

import json
import sqlite3

import harness
from harness import ABSENT, CONFLICT, INVALID, USAGE, read_rows, write_rows

TEXT = """Kebijakan kantor cerdas mengikat seluruh bidang.

Anggaran tahun 2026 tidak mencukupi untuk pusat data.

Dua belas dari empat puluh perangkat daerah memakai tanda tangan elektronik.
"""


class CodingTest(harness.EndToEndTest):
    """Helpers on a workspace with one short source."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        self.add("kebijakan", TEXT)

    def add(self, code, text):
        (self.folder / "sumber.txt").write_text(text, "utf-8")
        return self.succeed("add", self.workspace, "sumber.txt", "--as", code)

    def cite(self, quote, *words, indicator="S01", source="kebijakan", by="Ani"):
        return self.succeed("cite", self.workspace, "--indicator", indicator, "--source", source, "--quote", quote,
                            "--by", by, *words).out.strip()

    def code(self, code, quote, *words, source="kebijakan", by="Ani"):
        return self.succeed("code", self.workspace, "--code", code, "--source", source, "--quote", quote, "--by", by,
                            *words).out.strip()

    def codes(self, *words, by="Ani"):
        return self.succeed("codes", self.workspace, *words, "--by", by)

    def undo(self, by="Ani"):
        return self.succeed("undo", self.workspace, "--by", by).err

    def evidence(self):
        return json.loads(self.succeed("evidence", self.workspace, "list", "--json").out)

    def states(self):
        return {one["id"]: one["state"] for one in self.evidence()}

    def listed(self, what="list", *words):
        return json.loads(self.succeed("codes", self.workspace, what, *words, "--json").out)

    def under(self):
        """The code that each coding counts under."""
        return {one["id"]: one["code"] for one in self.listed("codings")}


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


class UndoTest(CodingTest):
    def test_undo_takes_back_one_persons_acts_from_the_last(self):
        self.codes("add", "kendala", "--name", "Kendala")
        self.codes("add", "uang", "--name", "Uang")
        self.code("kendala", "pusat data")
        self.cite("Kebijakan kantor cerdas", by="Budi")
        self.codes("merge", "kendala", "--into", "uang", "--because", "sama")
        self.assertEqual(self.under(), {"K1": "uang"})
        self.assertIn("merged", self.undo())
        self.assertEqual(self.under(), {"K1": "kendala"})
        self.assertIn("K1", self.undo())
        self.assertEqual(self.under(), {})
        self.undo()
        self.undo()
        self.assertEqual(self.listed(), [])
        run = self.refuse(ABSENT, "undo", self.workspace, "--by", "Ani")
        self.assertIn("Ani", run.err)
        self.assertEqual(self.states(), {"E1": "proposed"})
        self.assertEqual(len(self.listed("log")), 9)
        self.assertEqual(self.succeed("verify", self.workspace).code, 0)

    def test_an_undone_citation_is_rejected_and_says_why(self):
        self.cite("Kebijakan kantor cerdas")
        self.assertIn("E1", self.undo())
        one = self.evidence()[0]
        self.assertEqual((one["state"], one["decided_by"]), ("rejected", "Ani"))
        self.assertIn("undo", one["because"])
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Budi")
        self.assertEqual(self.states(), {"E1": "accepted"})

    def test_an_undone_decision_returns_to_the_state_before(self):
        self.cite("Kebijakan kantor cerdas")
        self.cite("pusat data")
        self.succeed("evidence", self.workspace, "reject", "E1", "--by", "Budi", "--because", "keliru")
        self.succeed("evidence", self.workspace, "accept", "E1", "E2", "E2", "--by", "Budi")
        self.undo("Budi")
        self.assertEqual(self.states(), {"E1": "rejected", "E2": "proposed"})
        self.assertIn("keliru", self.evidence()[0]["because"])
        self.undo("Budi")
        self.assertEqual(self.states(), {"E1": "proposed", "E2": "proposed"})
        self.undo("Ani")
        self.assertEqual(self.states(), {"E1": "proposed", "E2": "rejected"})

    def test_what_others_built_on_is_not_taken_back(self):
        self.cite("Kebijakan kantor cerdas")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Budi")
        self.assertIn("Budi", self.refuse(CONFLICT, "undo", self.workspace, "--by", "Ani").err)
        self.assertEqual(self.states(), {"E1": "accepted"})
        self.undo("Budi")
        self.undo("Ani")
        self.assertEqual(self.states(), {"E1": "rejected"})
        self.codes("add", "kendala", "--name", "Kendala")
        self.code("kendala", "pusat data", by="Budi")
        self.assertIn("Budi", self.refuse(CONFLICT, "undo", self.workspace, "--by", "Ani").err)
        self.assertEqual(self.under(), {"K1": "kendala"})

    def test_two_who_agree_are_not_undone_by_one(self):
        self.cite("Kebijakan kantor cerdas", by="Cici")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Ani")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Budi")
        self.assertIn("Budi", self.refuse(CONFLICT, "undo", self.workspace, "--by", "Ani").err)
        self.assertEqual(self.states(), {"E1": "accepted"})


class UndoneImportTest(CodingTest):
    """An import is one act: undo takes all of it back, or nothing."""

    HEAD = ["indicator", "source", "quote", "by", "state", "decided_by", "because"]
    ROWS = [["S01", "kebijakan", "Kebijakan kantor cerdas", "Cici", "accepted", "Budi", "sesuai"],
            ["S02", "kebijakan", "pusat data", "Cici", "proposed", "", ""],
            ["S02", "kebijakan", "tidak mencukupi", "Ani", "rejected", "Budi", "keliru"]]

    def bring_in(self, rows=None, by="Ani"):
        write_rows(self.folder / "e.csv", self.HEAD, self.ROWS if rows is None else rows)
        return self.succeed("evidence", self.workspace, "import", "e.csv", "--by", by).err

    def test_all_of_it_goes_back_and_comes_again(self):
        self.cite("tidak mencukupi", indicator="S02")
        self.bring_in()
        self.assertEqual(self.states(), {"E1": "rejected", "E2": "accepted", "E3": "proposed"})
        log = self.listed("log")
        self.assertEqual([(act["kind"], act["by"]) for act in log[1:]],
                         [("cite", "Ani"), ("cite", "Ani"), ("decide", "Ani"), ("decide", "Ani"), ("import", "Ani")])
        self.assertEqual((log[-1]["name"], log[-1]["target"], sorted(log[-1]["subjects"])), ("csv", "2", ["E1", "E2", "E3"]))
        self.assertIn("0 imported, 3 there already", self.bring_in())
        self.assertEqual(len(self.listed("log")), len(log))
        for by in ("Budi", "Cici"):  # the import is Ani's, whoever cited and decided
            self.refuse(ABSENT, "undo", self.workspace, "--by", by)
        self.assertIn("3 citations", self.undo())
        self.assertEqual(self.states(), {"E1": "proposed", "E2": "rejected", "E3": "rejected"})
        self.assertIn("import was taken back", self.evidence()[1]["because"])
        self.assertEqual([act["taken_back"] for act in self.listed("log")], [False] + [True] * 5 + [False])
        self.assertIn("3 imported", self.bring_in(by="Budi"))
        self.assertEqual(self.states(), {"E1": "rejected", "E2": "rejected", "E3": "rejected", "E4": "accepted",
                                         "E5": "proposed"})
        self.undo("Budi")
        self.undo()
        self.assertEqual(set(self.states().values()), {"rejected"})
        self.refuse(ABSENT, "undo", self.workspace, "--by", "Ani")
        self.succeed("verify", self.workspace)

    def test_what_was_decided_since_keeps_all_of_it(self):
        self.bring_in()
        self.succeed("evidence", self.workspace, "accept", "E2", "--by", "Budi")
        before = harness.contents(self.workspace)
        run = self.refuse(CONFLICT, "undo", self.workspace, "--by", "Ani")
        self.assertIn("E2", run.err)
        self.assertIn("Budi", run.err)
        self.assertEqual(harness.contents(self.workspace), before)
        self.undo("Budi")
        self.undo()
        self.assertEqual(set(self.states().values()), {"rejected"})

    def test_a_proposed_line_takes_no_decision_back(self):
        self.cite("pusat data", indicator="S02", by="Cici")
        self.succeed("evidence", self.workspace, "reject", "E1", "--by", "Budi", "--because", "keliru")
        self.assertIn("0 imported, 1 there already", self.bring_in(self.ROWS[1:2]))
        self.assertEqual(self.states(), {"E1": "rejected"})
        self.assertEqual(len(self.listed("log")), 2)

    def test_the_log_reads_well(self):
        self.bring_in()
        for language, said in (("id", "impor (csv) 3 kutipan"), ("en", "import (csv) of 3 citations")):
            log = self.succeed("codes", self.workspace, "log", lang=language).out
            self.assertIn(said, log)
            self.assertNotIn("⟦", log)

    def test_a_bad_file_is_no_act(self):
        write_rows(self.folder / "e.csv", self.HEAD, [*self.ROWS, ["S02", "kebijakan", "tiada kata ini", "", "", "", ""]])
        self.refuse(INVALID, "evidence", self.workspace, "import", "e.csv", "--by", "Ani")
        self.assertEqual(self.listed("log"), [])


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
        self.assertIn("Secretariat", out)

    def test_nothing_missing_is_said_and_markup_is_escaped(self):
        workspace = self.new_workspace("x.jenjang", organization="Dinas <b>&")
        out = self.succeed("report", workspace, "--form", "request-list", "--format", "html").out
        self.assertIn("Dinas &lt;b&gt;&amp;", out)
        self.assertNotIn("<b>&", out)
        self.assertIn("No evidence needs to be requested", out)

    def test_bad_days_get_a_sentence(self):
        for day in ("2026-13-01", "2026-02-30", "15-12-2026", "besok", "2026-12-1", "2026-12-15T"):
            run = self.refuse(INVALID, "report", self.workspace, "--form", "request-list", "--until", day, "--format", "md")
            self.assertIn(day, run.err)
        self.assertIn("request-list", self.refuse(INVALID, "report", self.workspace, "--until", "2026-12-15", "--format",
                                                  "md").err)


if __name__ == "__main__":
    harness.main()
