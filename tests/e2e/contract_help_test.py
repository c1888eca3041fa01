"""The contract of the command line: help, models, streams, and no network."""

import json
import re
import shutil
import subprocess

import harness
from harness import OK, USAGE, environment

VERBS = ["demo", "model", "new", "add", "sources", "page", "jobs", "search", "suggest", "cite", "evidence", "code", "codes", "undo", "reanchor", "rate",
         "ratings", "evaluate", "explain", "findings",
         "report", "batch", "qda", "export", "backup", "restore", "verify", "doctor"]
# What the contract promises for later must not be shown now.
LATER = ["serve", "agree", "simulate", "sign", "publish", "recompute", "migrate", "worker", "audit"]


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

    def test_a_slip_of_the_finger_is_told_the_likely_name(self):
        for words, likely in ((["evalaute", "w.jenjang"], "evaluate"),
                              (["search", "w.jenjang", "arsip", "--indikator", "S01"], "--indicator"),
                              (["report", "w.jenjang", "--formaat", "md"], "--format")):
            for language, question in (("id", "Maksud Anda"), ("en", "Did you mean")):
                run = self.refuse(USAGE, *words, lang=language)
                self.assertIn(f'{question} "{likely}"?', run.err)
        self.assertNotIn("you mean", self.refuse(USAGE, "search", "w.jenjang", "arsip", "--zzz", lang="en").err)

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
        trace = self.folder / "trace"
        probe = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False)
        if probe.returncode != 0:
            self.skipTest("strace may not trace here: " + probe.stderr.decode()[:200])
        done = subprocess.run(["strace", "-f", "-qq", "-e", "trace=socket,connect,sendto,sendmsg,bind,listen", "-o", trace,
                               harness.PROGRAM, "demo", "contoh"], cwd=self.folder,
                              # The sanitizer's search for leaks does not work while another program traces.
                              env=environment(self.folder, ASAN_OPTIONS="detect_leaks=0"),
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, OK, done.stderr)
        asked = [line for line in trace.read_text("utf-8").split("\n") if re.search(r"\b(AF_INET6?|sin_addr)\b", line)]
        self.assertEqual(asked, [])

    def test_demo_works_without_a_network(self):
        if subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode != 0:
            self.skipTest("a namespace without a network cannot be made here")
        done = subprocess.run(["unshare", "-n", harness.PROGRAM, "demo", "contoh"], cwd=self.folder,
                              env=environment(self.folder), capture_output=True, check=False)
        self.assertEqual(done.returncode, OK, done.stderr)


if __name__ == "__main__":
    harness.main()
