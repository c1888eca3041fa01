"""Undoing: acts of one person from the last, imports as a whole, and what others built on."""

import harness
from coder import CodingTest
from harness import ABSENT, CONFLICT, INVALID, write_rows


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


if __name__ == "__main__":
    harness.main()
