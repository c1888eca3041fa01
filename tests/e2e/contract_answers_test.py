"""The contract of the command line: answers, tables, and the proof that nothing was changed."""

import json
import shutil
import sqlite3

import harness
from harness import ABSENT, DAMAGED, INVALID, OK, read_rows, write_rows


class AnswersTest(harness.WorkspaceTest):
    def rate(self, indicator, *words, rater="A"):
        return self.succeed("rate", self.workspace, "--indicator", indicator, "--rater", rater, *words)

    def evaluate(self, *words):
        return json.loads(self.succeed("evaluate", self.workspace, "--json", *words).out)

    def node(self, code, *words):
        return next(node for node in self.evaluate(*words)["nodes"] if node["code"] == code)

    def test_keys_of_evaluate_json(self):
        self.rate("S01", "--value", "3")
        result = self.evaluate()
        self.assertEqual(list(result), ["schema", "model", "organization", "period", "index", "nodes", "gaps",
                                        "recommendations"])
        self.assertEqual(result["schema"], "jenjang-evaluation/1")
        self.assertEqual((result["model"], result["organization"], result["period"]),
                         ("somm@0.1.0", "Dinas Uji", "2026"))
        wanted = {"exact", "decimal", "rounded", "predicate", "readiness", "completeness"}
        self.assertLessEqual(wanted, set(result["index"]))
        wanted = {"code", "kind", "exact", "decimal", "rounded", "level", "claimed", "completeness", "outcome"}
        for node in result["nodes"]:
            self.assertLessEqual(wanted, set(node))
            if node["exact"] is not None:
                self.assertRegex(node["exact"], r"\A\d+/\d+\Z|\A\d+\Z")
        self.assertEqual([node["kind"] for node in result["nodes"]].count("indicator"), 40)
        self.assertEqual(result["index"]["completeness"], "1/40")
        self.assertIsInstance(result["gaps"], list)
        self.assertIsInstance(result["recommendations"], list)

    def test_exact_is_a_fraction_even_for_whole_numbers(self):
        self.rate("S01", "--value", "1")
        self.assertEqual(self.node("S01")["exact"], "1/1")

    def test_outcomes_are_named_and_never_zero(self):
        self.rate("S01", "--value", "1")
        self.rate("S02", "--not-applicable", "tidak ada gedung sendiri")
        self.rate("S03", "--outcome", "awaiting_external")
        self.assertEqual([self.node(code)["outcome"] for code in ("S01", "S02", "S03", "S04")],
                         ["answered", "not_applicable", "awaiting_external", "not_rated"])
        self.assertEqual([self.node(code)["decimal"] for code in ("S01", "S02", "S03", "S04")], ["1", None, None, None])
        self.assertEqual(self.evaluate()["index"]["completeness"], "1/39")
        self.assertEqual(self.evaluate()["index"]["decimal"], "1")
        self.assertIsNone(self.evaluate("--published")["index"]["exact"])

    def test_the_latest_entry_counts_and_withdrawing_is_an_entry(self):
        self.rate("S01", "--value", "1")
        self.rate("S01", "--value", "2")
        self.assertEqual(self.node("S01")["claimed"], "2")
        self.rate("S01", "--withdraw")
        self.assertEqual(self.node("S01")["outcome"], "not_rated")
        self.refuse(ABSENT, "rate", self.workspace, "--indicator", "S02", "--rater", "A", "--withdraw")
        with sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True) as database:
            self.assertEqual(database.execute("SELECT COUNT(*) FROM ratings").fetchone(), (3,))
        database.close()

    def test_stages_stand_side_by_side_and_the_latest_decides(self):
        self.rate("S01", "--value", "4")
        self.rate("S01", "--value", "2", "--stage", "interview", rater="B")
        self.assertEqual(self.node("S01")["claimed"], "2")
        self.assertEqual(self.node("S01", "--stage", "self")["claimed"], "4")

    def test_median_of_raters_is_the_lower_middle(self):
        for rater, value in (("A", 4), ("B", 1)):
            self.rate("S01", "--value", value, rater=rater)
        self.assertEqual(self.node("S01")["claimed"], "1")
        self.rate("S01", "--value", 3, rater="C")
        self.assertEqual(self.node("S01")["claimed"], "3")

    def test_decimal_comma_is_read_and_never_taken_for_two_numbers(self):
        self.assertIn("S01", self.refuse(INVALID, "rate", self.workspace, "--indicator", "S01", "--value", "2,5").err)
        self.rate("S01", "--value", "3,0")
        self.assertEqual(self.node("S01")["claimed"], "3")

    def test_target_gives_gaps_in_the_order_of_their_worth(self):
        workspace = self.folder / "target.jenjang"
        self.succeed("new", workspace, "--model", "spbe-2020", "--organization", "X", "--period", "2026", "--target", "4")
        self.succeed("rate", workspace, "--indicator", "I01", "--value", "3")
        gaps = json.loads(self.succeed("evaluate", workspace, "--json").out)["gaps"]
        self.assertEqual({gap["target"] for gap in gaps}, {"4"})
        self.refuse(INVALID, "new", self.folder / "x.jenjang", "--model", "somm", "--organization", "X", "--target", "9")
        self.assertFalse((self.folder / "x.jenjang").exists())


class TablesTest(harness.EndToEndTest):
    FORMULAS = ["=1+1", "+SUM(A1)", "-2+3", "@SUM(A1)", "\tcmd", "\r=1", "=HYPERLINK(\"http://x\",\"y\")", "'=1", "''@x", "'kata",
                "biasa, dengan koma", "baris\nbaru", "\"kutip\""]

    def test_formulas_are_defused_on_the_way_out_and_whole_again_on_the_way_in(self):
        workspace = self.new_workspace()
        codes = [f"S{number:02}" for number in range(1, len(self.FORMULAS) + 1)]
        for code, text in zip(codes, self.FORMULAS, strict=True):
            self.succeed("rate", workspace, "--indicator", code, "--rater", "A", "--value", "2", "--because", text)
        exported = self.folder / "r.csv"
        self.succeed("ratings", workspace, "export", exported)
        rows = read_rows(exported.read_bytes().decode("utf-8"))
        self.assertEqual([row["indicator"] for row in rows], codes)
        for row, text in zip(rows, self.FORMULAS, strict=True):
            if text.lstrip("'")[0] in "=+-@\t\r":
                self.assertEqual(row["because"], "'" + text)
            else:
                self.assertEqual(row["because"], text)
        second = self.new_workspace("second.jenjang")
        self.succeed("ratings", second, "import", exported)
        with sqlite3.connect(f"file:{second}?mode=ro", uri=True) as database:
            stored = [text for (text,) in database.execute("SELECT because FROM ratings ORDER BY indicator_code")]
        database.close()
        self.assertEqual(stored, self.FORMULAS)
        self.succeed("ratings", second, "export", self.folder / "again.csv")
        self.assertEqual((self.folder / "again.csv").read_bytes(), exported.read_bytes())

    def test_evidence_texts_are_defused_too(self):
        workspace = self.new_workspace()
        (self.folder / "a.txt").write_text("=1+1 adalah rumus.\n", "utf-8")
        self.succeed("add", workspace, "a.txt")
        self.succeed("cite", workspace, "--indicator", "S01", "--source", "a", "--quote", "=1+1 adalah", "--note", "@x")
        self.succeed("evidence", workspace, "export", "e.csv")
        row = read_rows((self.folder / "e.csv").read_text("utf-8"))[0]
        self.assertEqual((row["quote"], row["note"]), ("'=1+1 adalah", "'@x"))
        second = self.new_workspace("second.jenjang")
        self.succeed("add", second, "a.txt")
        self.succeed("evidence", second, "import", "e.csv")
        one = json.loads(self.succeed("evidence", second, "list", "--json").out)[0]
        self.assertEqual(one["quote"], "=1+1 adalah")

    def test_export_goes_to_standard_output_by_its_name_and_leaves_that_name_alone(self):
        """A name of a stream is written into. Renaming over it once replaced the machine's /dev/stdout."""
        workspace = self.new_workspace()
        self.succeed("rate", workspace, "--indicator", "S01", "--rater", "A", "--value", "2")
        self.succeed("ratings", workspace, "export", "r.csv")
        # /dev/fd/1 and not /dev/stdout: a program that renames can do no harm in /proc.
        run = self.run_program("ratings", workspace, "export", "/dev/fd/1")
        self.assertEqual(run.code, OK, str(run))
        self.assertEqual(run.raw_out, (self.folder / "r.csv").read_bytes())

    def test_columns_in_any_order_and_only_those_that_are_needed(self):
        workspace = self.new_workspace()
        table = write_rows(self.folder / "r.csv", ["value", "rater", "indicator"], [["3", "A", "s2"], ["4", "B", "S02"]])
        self.assertIn("2 imported", self.succeed("ratings", workspace, "import", table).err)
        self.assertIn("0 imported, 2", self.succeed("ratings", workspace, "import", table).err)

    def test_batch_reads_names_of_indicators_as_people_write_them(self):
        names = [("I1" if i == 1 else f"i{i}" if i % 2 else f"i{i:03}") for i in range(1, 48)]
        table = write_rows(self.folder / "b.csv", ["ID", *names, "Index", "catatan"], [["x", *([3] * 47), "9", "a;b, c"]])
        run = self.succeed("batch", "--model", "spbe-2020", table)
        rows = read_rows(run.out)
        self.assertEqual(rows[0]["index"], "3")
        self.assertEqual(rows[0]["Index_in"], "9")
        self.assertEqual(rows[0]["catatan"], "a;b, c")
        self.assertEqual(list(rows[0])[:3], ["id", "Index_in", "catatan"])

    def test_batch_semicolons_with_decimal_commas(self):
        half = self.folder / "model"
        shutil.copytree(harness.REPOSITORY / "models" / "spbe-2020", half)
        text = (half / "model.yaml").read_text("utf-8")
        (half / "model.yaml").write_text(text.replace("max: 5, step: 1 }", 'max: 5, step: "0.25" }'), "utf-8")
        head = ["id", *(f"I{i:02}" for i in range(1, 48))]
        tables = [write_rows(self.folder / "a.csv", head, [["x", "2,5", "1,25", *(["3"] * 45)]], ";"),
                  write_rows(self.folder / "b.csv", head, [["x", "2.5", "1.25", *(["3"] * 45)]], ";"),
                  write_rows(self.folder / "c.csv", head, [["x", "2.5", "1.25", *(["3"] * 45)]]),
                  write_rows(self.folder / "d.csv", head, [["x", "2,5", "1,25", *(["3"] * 45)]])]
        outs = {self.succeed("batch", "--model", half, table).out for table in tables}
        self.assertEqual(len(outs), 1)
        self.assertEqual(read_rows(outs.pop())[0]["A1"], "2.775")
        marked = self.folder / "e.csv"
        marked.write_bytes(b"\xef\xbb\xbf" + tables[0].read_bytes().replace(b"\n", b"\r\n"))
        self.assertEqual(read_rows(self.succeed("batch", "--model", half, marked).out)[0]["A1"], "2.775")

    def test_batch_outcomes_in_cells(self):
        head = ["id", *(f"S{i:02}" for i in range(1, 41))]
        rows = [["a", "", *([2] * 39)], ["b", "NA", *([2] * 39)], ["c", "EXT", *([2] * 39)], ["d", *([""] * 40)],
                ["e", *(["NA"] * 40)]]
        table = write_rows(self.folder / "b.csv", head, rows)
        run = self.succeed("batch", "--model", "somm", table)
        found = {row["id"]: row for row in read_rows(run.out)}
        self.assertEqual([found[i]["completeness"] for i in "abcde"], ["39/40", "39/39", "39/40", "0/40", "0/0"])
        self.assertEqual([found[i]["index"] for i in "abcde"], ["2", "2", "2", "", ""])
        self.assertEqual([found[i]["predicate"] for i in "abcde"], ["Cukup"] * 3 + ["", ""])
        self.assertIn("neither evidence nor checks", run.err)
        run = self.succeed("batch", "--model", "somm", table, "--published")
        found = {row["id"]: row for row in read_rows(run.out)}
        self.assertEqual([found[i]["index"] for i in "ab"], ["", "2"])

    def test_rows_without_ids_are_numbered(self):
        table = write_rows(self.folder / "b.csv", [f"S{i:02}" for i in range(1, 41)], [[2] * 40, [3] * 40])
        self.assertEqual([row["id"] for row in read_rows(self.succeed("batch", "--model", "somm", table).out)], ["1", "2"])


class VerifyTest(harness.EndToEndTest):
    """A closed workspace is changed behind the program's back."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        (self.folder / "a.txt").write_text("Ketentuan ini mengikat seluruh Bidang.\n", "utf-8")
        self.succeed("add", self.workspace, "a.txt")
        self.succeed("cite", self.workspace, "--indicator", "S01", "--source", "a", "--quote", "mengikat seluruh Bidang")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Ketua")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--rater", "A", "--value", "2", "--check", "2a", "2b")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--rater", "A", "--value", "3", "--check", "2a", "2b")
        self.succeed("verify", self.workspace)

    def tamper(self, statement, *values):
        database = sqlite3.connect(self.workspace)
        changed = database.execute(statement, values).rowcount
        database.commit()
        database.close()
        self.assertEqual(changed, 1, statement)

    def check(self, statement, names, *values):
        shutil.copy(self.workspace, self.folder / "copy")
        self.tamper(statement, *values)
        for language in ("id", "en"):
            run = self.run_program("verify", self.workspace, lang=language)
            self.assertEqual(run.code, DAMAGED, statement + "\n" + str(run))
            self.assertIn(names, run.out, statement)
            self.assertNotIn("⟦", run.out + run.err)
        shutil.copy(self.folder / "copy", self.workspace)

    def test_verify_finds_what_was_changed(self):
        cases = [
            ("UPDATE source_texts SET text = replace(text, 'seluruh', 'seluruj')", "a"),
            ("UPDATE source_bytes SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Bidang', 'bidang') AS BLOB)", "a"),
            ("UPDATE ratings SET value = '5/1' WHERE sequence = 1", "ratings"),
            ("UPDATE ratings SET because = 'lain' WHERE sequence = 2", "ratings"),
            ("UPDATE ratings SET rater = 'B' WHERE sequence = 2", "ratings"),
            ("UPDATE evidence SET quote = 'mengikat sebagian Bidang'", "E1"),
            ("UPDATE evidence SET level = 5", "E1"),
            ("UPDATE evidence_decisions SET state = 'rejected'", "E1"),
            ("UPDATE sources SET title = 'lain'", "sources"),
            ("UPDATE pages SET range_end = range_end - 1", "pages"),
            ("UPDATE passages SET text = 'lain'", "a"),
            ("UPDATE assessments SET period = '2030'", "assessments"),
            ("UPDATE organizations SET name = 'Dinas Lain'", "organizations"),
            ("UPDATE model_files SET bytes = CAST(replace(CAST(bytes AS TEXT), '2.6', '2.5') AS BLOB) "
             "WHERE path = 'model.yaml'", "somm"),
            ("DELETE FROM ratings WHERE sequence = 1", "ratings"),
        ]
        for statement, names in cases:
            with self.subTest(statement):
                self.check(statement, names)

    def test_a_changed_rating_is_not_evaluated(self):
        self.tamper("UPDATE ratings SET value = '5/1' WHERE sequence = 2")
        for verb in ("evaluate", "report"):
            words = ["--format", "md"] if verb == "report" else []
            self.assertIn("ratings", self.refuse(DAMAGED, verb, self.workspace, *words).err)

    def test_a_damaged_backup_is_not_restored(self):
        self.tamper("UPDATE ratings SET value = '5/1' WHERE sequence = 2")
        self.refuse(DAMAGED, "restore", self.workspace, self.folder / "restored.jenjang")
        self.assertFalse((self.folder / "restored.jenjang").exists())


if __name__ == "__main__":
    harness.main()
