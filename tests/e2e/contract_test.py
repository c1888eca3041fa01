"""The sentences of the command line's contract, each as a test."""

import json
import re
import shutil
import sqlite3
import subprocess
import unittest

import harness
from harness import ABSENT, CONFLICT, DAMAGED, INVALID, OK, USAGE, environment, read_rows, write_rows

VERBS = ["demo", "model", "new", "add", "sources", "search", "cite", "evidence", "rate", "ratings", "evaluate", "explain",
         "report", "batch", "backup", "restore", "verify", "doctor"]
# What the contract promises for later must not be shown now.
LATER = ["suggest", "qda", "serve", "agree", "simulate", "sign", "publish", "recompute", "migrate", "worker", "audit"]
BIBLIOGRAPHY = """@article{sensuse22,
  author = {Sensuse, Dana Indra and Arief, Assaf},
  title = {Foundation of smart government},
  journal = {IJASEIT}, volume = {12}, number = {3}, pages = {1132--1141}, year = {2022},
  doi = {10.18517/ijaseit.12.3.13442}
}
@book{nugroho20, author = {Petrus Nugroho}, title = {Kesiapan {SPBE}}, publisher = {MTI}, year = 2020}
"""
OBSERVATIONS = """- code: OBS-1
  date: 2026-10-20
  place: Ruang kerja
  observer: Asesor A
  method: Pengamatan langsung
  subject: Jaringan
  text: >-
    Sambungan diuji di 18 ruang kerja
    dan seluruhnya berfungsi.
  photos: []
- code: OBS-2
  text: Buku tamu elektronik dipakai.
"""


class HelpTest(harness.EndToEndTest):
    def test_help_of_every_verb_in_both_languages(self):
        for verb in VERBS:
            shown = {}
            for language in ("id", "en"):
                for words in (["help", verb], [verb, "--help"], [verb, "-h"]):
                    run = self.succeed(*words, lang=language)
                    self.assertEqual(run.err, "", str(run))
                    self.assertNotIn("⟦", run.out)
                    self.assertIn(f"jenjang {verb}", run.out)
                    shown.setdefault(language, run.out)
                    self.assertEqual(run.out, shown[language], verb)
            self.assertNotEqual(shown["id"], shown["en"], verb)
            self.assertNotRegex(shown["id"], r"(?m)^(Options|Usage|Positionals|Examples)\b|\[\[|\(required\)", verb)
            self.assertNotRegex(shown["en"], r"(?m)^(Opsi|Pemakaian|Kata|Contoh)\b|\[\[|\(wajib\)", verb)

    def test_examples_in_help_are_understood_by_the_parser(self):
        """Every example line parses: whatever it fails with, it is not a usage error."""
        for verb in VERBS:
            out = self.succeed("help", verb).out
            examples = [line.strip() for line in out.split("\n") if line.startswith("  jenjang ")]
            self.assertTrue(examples, verb)
            for example in examples:
                done = subprocess.run(["/bin/sh", "-c", example.replace("jenjang", f"'{harness.PROGRAM}'", 1)],
                                      cwd=self.folder, env=environment(self.folder), capture_output=True, check=False)
                self.assertNotEqual(done.returncode, USAGE, example + "\n" + done.stderr.decode())

    def test_overview_lists_the_verbs_that_work_and_no_others(self):
        for words in ([], ["help"], ["--help"], ["-h"]):
            for language in ("id", "en"):
                out = self.succeed(*words, lang=language).out
                listed = re.findall(r"(?m)^  ([a-z]+) {2,}\S", out)
                self.assertEqual(listed, VERBS)
                self.assertNotIn("⟦", out)
        for verb in LATER:
            self.refuse(USAGE, verb)

    def test_version(self):
        out = self.succeed("--version", lang=None).out
        self.assertRegex(out, r"\Ajenjang \d+\.\d+\.\d+ \([0-9a-f]{7,}\), SQLite \d+\.\d+\.\d+\n\Z")
        sqlite = tuple(map(int, re.search(r"SQLite ([\d.]+)", out)[1].split(".")))
        self.assertGreaterEqual(sqlite, (3, 51, 3))

    def test_language_comes_from_the_option_then_jenjang_lang_then_the_locale_then_indonesian(self):
        indonesian, english = self.succeed("help", lang="id").out, self.succeed("help", lang="en").out
        cases = [({}, indonesian), ({"LANG": "en_US.UTF-8"}, english), ({"LANG": "id_ID.UTF-8"}, indonesian),
                 ({"LANG": "de_DE.UTF-8"}, indonesian), ({"LANG": "en_US.UTF-8", "JENJANG_LANG": "id"}, indonesian),
                 ({"LC_ALL": "id_ID.UTF-8", "JENJANG_LANG": "en"}, english),
                 ({"LC_ALL": "en_GB.UTF-8", "LANG": "id_ID.UTF-8"}, english)]
        for more, expected in cases:
            run = self.succeed("help", lang=None, env=environment(self.folder, **more))
            self.assertEqual(run.out, expected, more)
        run = self.succeed("help", lang="en", env=environment(self.folder, JENJANG_LANG="id"))
        self.assertEqual(run.out, english)

    def test_doctor_finds_the_installation_sound(self):
        for language in ("id", "en"):
            run = self.succeed("doctor", lang=language)
            self.assertNotIn("✗", run.out)
            for words in ("SQLite", "jenjang-extract", "somm@", "spbe-2020@", str(self.folder)):
                self.assertIn(words, run.out)

    def test_doctor_says_what_is_amiss(self):
        program = self.program_with_extractor("exit 1")
        run = self.run_program("doctor", program=program)
        self.assertEqual(run.code, harness.UNAVAILABLE, str(run))
        self.assertEqual(run.out.count("✗"), 1, str(run))
        (program.parent / "jenjang-extract").unlink()
        self.assertEqual(self.run_program("doctor", program=program).code, harness.UNAVAILABLE)


class ModelVerbTest(harness.EndToEndTest):
    def test_list_show_check_schema(self):
        listed = json.loads(self.succeed("model", "list", "--json").out)
        self.assertEqual([(one["id"], one["indicators"]) for one in listed], [("somm", 40), ("spbe-2020", 47)])
        for one in listed:
            self.assertRegex(one["digest"], r"\A[0-9a-f]{64}\Z")
            for name in (one["id"], f"{one['id']}@{one['version']}", harness.REPOSITORY / "models" / one["id"]):
                run = self.succeed("model", "show", name)
                self.assertIn(one["digest"], run.out)
                self.succeed("model", "check", name)
        self.assertIn("I47", self.succeed("model", "show", "spbe-2020").out)
        schema = json.loads(self.succeed("model", "schema").out)
        self.assertIn("2020-12", schema["$schema"])

    def test_both_languages_show_the_same_codes(self):
        codes = [re.findall(r"(?m)^ *([A-Z]\d*) +[\d.]+ ", self.succeed("model", "show", "somm", lang=language).out)
                 for language in ("id", "en")]
        self.assertEqual(codes[0], codes[1])
        self.assertEqual(len(codes[0]), 8 + 16 + 40)

    def test_a_model_by_its_folder_serves_as_one_by_its_id(self):
        for number, model in enumerate(("somm", "somm@0.1.0", harness.REPOSITORY / "models" / "somm")):
            workspace = self.new_workspace(f"{number}.jenjang", model=str(model))
            self.assertEqual(json.loads(self.succeed("evaluate", workspace, "--json").out)["model"], "somm@0.1.0")

    def test_a_workspace_keeps_its_model_when_the_folder_is_gone(self):
        folder = self.folder / "model"
        shutil.copytree(harness.REPOSITORY / "models" / "somm", folder)
        workspace = self.new_workspace(model=str(folder))
        before = self.succeed("evaluate", workspace, "--json").out
        shutil.rmtree(folder)
        self.assertEqual(self.succeed("evaluate", workspace, "--json").out, before)


class SourcesTest(harness.EndToEndTest):
    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()

    def sources(self):
        return {one["code"]: one for one in json.loads(self.succeed("sources", self.workspace, "--json").out)}

    def test_references_and_observations_become_sources_under_their_codes(self):
        (self.folder / "pustaka.bib").write_text(BIBLIOGRAPHY, "utf-8")
        (self.folder / "pengamatan.yaml").write_text(OBSERVATIONS, "utf-8")
        self.succeed("add", self.workspace, "pustaka.bib", "pengamatan.yaml")
        sources = self.sources()
        self.assertEqual(sorted(sources), ["OBS-1", "OBS-2", "nugroho20", "sensuse22"])
        self.assertEqual(sources["sensuse22"]["kind"], "reference")
        self.assertEqual(sources["sensuse22"]["title"], "Foundation of smart government")
        self.assertEqual(sources["nugroho20"]["title"], "Kesiapan SPBE")
        self.assertEqual((sources["OBS-1"]["kind"], sources["OBS-1"]["title"]), ("observation", "Jaringan"))
        run = self.succeed("cite", self.workspace, "--indicator", "S20", "--source", "OBS-1",
                           "--quote", "diuji di 18 ruang kerja dan seluruhnya berfungsi")
        self.assertEqual(run.out, "E1\n")
        self.assertIn("--page", self.refuse(INVALID, "cite", self.workspace, "--indicator", "S20", "--source", "OBS-1",
                                            "--page", 1, "--quote", "18 ruang").err)
        hits = json.loads(self.succeed("search", self.workspace, "buku tamu", "--json").out)
        self.assertEqual([(hit["source"], hit["page"]) for hit in hits], [("OBS-2", None)])
        again = self.succeed("add", self.workspace, "pustaka.bib", "pengamatan.yaml")
        self.assertIn("0 sources filed", again.err)

    def test_codes_are_made_unique(self):
        for number in range(3):
            place = self.folder / str(number)
            place.mkdir()
            (place / "notulen.txt").write_text(f"Rapat nomor {number}.\n", "utf-8")
        self.succeed("add", self.workspace, *(self.folder / str(number) / "notulen.txt" for number in range(3)))
        self.assertEqual(sorted(self.sources()), ["notulen", "notulen-2", "notulen-3"])
        self.assertEqual(len({one["digest"] for one in self.sources().values()}), 3)

    def test_as_names_one_document(self):
        for name in ("a.txt", "b.txt"):
            (self.folder / name).write_text(f"Isi {name}.\n", "utf-8")
        self.succeed("add", self.workspace, "a.txt", "--as", "PERBUP-12")
        self.assertEqual(list(self.sources()), ["PERBUP-12"])
        self.assertIn("--as", self.refuse(INVALID, "add", self.workspace, "a.txt", "b.txt", "--as", "X").err)
        self.assertEqual(list(self.sources()), ["PERBUP-12"])

    def test_a_folder_is_walked_and_good_ones_stay_where_bad_ones_are_named(self):
        place = self.folder / "masukan" / "dalam"
        place.mkdir(parents=True)
        (place / "baik.txt").write_text("Pasal 1 berlaku.\n", "utf-8")
        (place / ".tersembunyi").write_text("x", "utf-8")
        (place.parent / "buruk.pdf").write_bytes(b"%PDF-1.7\nbukan pdf")
        (place.parent / "kosong.txt").write_bytes(b"")
        (place.parent / "pustaka.bib").write_text(BIBLIOGRAPHY, "utf-8")
        run = self.run_program("add", self.workspace, "masukan")
        self.assertEqual((run.code, run.out), (INVALID, ""), str(run))
        self.assertIn("buruk.pdf", run.err)
        self.assertIn("kosong.txt", run.err)
        self.assertEqual(sorted(self.sources()), ["baik", "nugroho20", "sensuse22"])
        self.succeed("verify", self.workspace)

    def test_adding_an_absent_file_adds_nothing(self):
        (self.folder / "a.txt").write_text("Isi.\n", "utf-8")
        self.assertIn("absent.pdf", self.refuse(ABSENT, "add", self.workspace, "a.txt", "absent.pdf").err)
        self.assertEqual(self.sources(), {})

    def test_by_and_rater_default_to_the_login_name(self):
        (self.folder / "a.txt").write_text("Isi dokumen.\n", "utf-8")
        self.succeed("add", self.workspace, "a.txt")
        self.succeed("cite", self.workspace, "--indicator", "S01", "--source", "a", "--quote", "Isi")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--value", "2")
        self.assertEqual(json.loads(self.succeed("evidence", self.workspace, "list", "--json").out)[0]["by"], "penguji")
        self.succeed("ratings", self.workspace, "export", "r.csv")
        self.assertEqual(read_rows((self.folder / "r.csv").read_text("utf-8"))[0]["rater"], "penguji")


class AnswersTest(harness.EndToEndTest):
    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()

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


class SeveralAssessmentsTest(harness.EndToEndTest):
    def test_assessment_is_required_once_there_are_several(self):
        workspace = self.new_workspace(organization="Dinas A")
        self.assertIn("Dinas A", self.succeed("evaluate", workspace).out)
        self.succeed("new", workspace, "--model", "somm", "--organization", "Dinas A", "--period", "2027")
        self.succeed("new", workspace, "--model", "spbe-2020", "--organization", "Dinas A", "--period", "2027")
        run = self.refuse(INVALID, "evaluate", workspace)
        for name in ("Dinas A/2026/somm", "Dinas A/2027/somm", "Dinas A/2027/spbe-2020"):
            self.assertIn(name, run.err)
        self.assertIn("--assessment", run.err)
        self.succeed("evaluate", workspace, "--assessment", "Dinas A/2026")
        self.refuse(INVALID, "evaluate", workspace, "--assessment", "Dinas A/2027")
        run = self.succeed("evaluate", workspace, "--json", "--assessment", "Dinas A/2027/spbe-2020")
        self.assertEqual(json.loads(run.out)["model"], "spbe-2020@1.0.0")
        self.assertIn("Dinas A/2027/somm", self.refuse(ABSENT, "evaluate", workspace, "--assessment", "Dinas B/2026").err)
        self.refuse(CONFLICT, "new", workspace, "--model", "somm", "--organization", "Dinas A", "--period", "2027")

    def test_sources_belong_to_the_organization_and_ratings_to_the_assessment(self):
        workspace = self.new_workspace(organization="Dinas A")
        self.succeed("new", workspace, "--model", "somm", "--organization", "Dinas A", "--period", "2027")
        self.succeed("new", workspace, "--model", "somm", "--organization", "Dinas B", "--period", "2027")
        (self.folder / "a.txt").write_text("Isi dokumen.\n", "utf-8")
        first, second, other = (["--assessment", name] for name in ("Dinas A/2026", "Dinas A/2027", "Dinas B/2027"))
        self.succeed("add", workspace, "a.txt", *first)
        self.succeed("rate", workspace, "--indicator", "S01", "--value", "2", *first)
        self.assertEqual(len(json.loads(self.succeed("sources", workspace, "--json", *second).out)), 1)
        self.assertEqual(len(json.loads(self.succeed("sources", workspace, "--json", *other).out)), 0)
        completeness = [json.loads(self.succeed("evaluate", workspace, "--json", *one).out)["index"]["completeness"]
                        for one in (first, second, other)]
        self.assertEqual(completeness, ["1/40", "0/40", "0/40"])


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


class StreamsTest(harness.EndToEndTest):
    """Data on standard output, messages on standard error, each in the language asked for."""

    def test_json_is_all_there_is_on_standard_output(self):
        workspace = self.new_workspace()
        (self.folder / "a.txt").write_text("Isi dokumen.\n", "utf-8")
        self.succeed("add", workspace, "a.txt")
        for words in (["sources", workspace], ["search", workspace, "isi"], ["evidence", workspace, "list"],
                      ["evidence", workspace, "list", "--missing"], ["evaluate", workspace], ["model", "list"]):
            for language in ("id", "en"):
                run = self.succeed(*words, "--json", lang=language)
                json.loads(run.out)
                self.assertEqual(run.err, "")

    def test_what_changes_says_so_on_standard_error_only(self):
        workspace = self.folder / "w.jenjang"
        (self.folder / "a.txt").write_text("Isi dokumen.\n", "utf-8")
        steps = [["new", workspace, "--model", "somm", "--organization", "X"], ["add", workspace, "a.txt"],
                 ["rate", workspace, "--indicator", "S01", "--value", "2"], ["ratings", workspace, "export", "r.csv"],
                 ["ratings", workspace, "import", "r.csv"], ["report", workspace, "--format", "md", "-o", "r.md"],
                 ["backup", workspace, "b.jenjang"], ["restore", "b.jenjang", "c.jenjang"], ["verify", workspace]]
        for words in steps:
            run = self.succeed(*words, lang="id")
            self.assertEqual(run.out, "", str(run))
            self.assertRegex(run.err.casefold(), r"\w")
            self.assertNotRegex(run.err, r"\b(the|is|are|written|workspace)\b", str(run))

    def test_report_without_a_file_goes_to_standard_output(self):
        workspace = self.new_workspace()
        run = self.succeed("report", workspace, "--format", "html")
        self.assertTrue(run.out.startswith("<!DOCTYPE html>"))
        self.assertEqual(run.err, "")

    def test_a_closed_or_full_standard_output_is_not_success(self):
        workspace = self.new_workspace()
        with open("/dev/full", "wb") as full:
            done = subprocess.run([harness.PROGRAM, "report", workspace, "--format", "html"], stdout=full,
                                  stderr=subprocess.PIPE, env=environment(self.folder), check=False)
        self.assertEqual(done.returncode, harness.UNAVAILABLE, done.stderr)


class NetworkTest(harness.EndToEndTest):
    def test_nothing_asks_for_the_network(self):
        if shutil.which("strace") is None:
            self.skipTest("strace is absent")
        trace = self.folder / "trace"
        probe = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
        if probe.returncode != 0:
            self.skipTest("strace may not trace here: " + probe.stderr.decode()[:200])
        done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,sendmsg,bind,listen", "-o", trace,
                               harness.PROGRAM, "demo", "contoh"], cwd=self.folder, env=environment(self.folder),
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, OK, done.stderr)
        asked = [line for line in trace.read_text("utf-8").split("\n") if re.search(r"\b(AF_INET6?|sin_addr)\b", line)]
        self.assertEqual(asked, [])

    def test_demo_works_without_a_network(self):
        if shutil.which("unshare") is None or subprocess.run(
                ["unshare", "-n", "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("a namespace without a network cannot be made here")
        done = subprocess.run(["unshare", "-n", harness.PROGRAM, "demo", "contoh"], cwd=self.folder,
                              env=environment(self.folder), capture_output=True, check=False)
        self.assertEqual(done.returncode, OK, done.stderr)


if __name__ == "__main__":
    harness.main()
