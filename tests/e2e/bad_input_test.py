"""What people and machines get wrong: each case ends with the contract's code, one clear message, and no harm."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import threading
import unittest

import harness
from harness import (ABSENT, CONFLICT, DAMAGED, DENIED, INVALID, OK, READING_SAMPLES, REPOSITORY, UNAVAILABLE, USAGE,
                     environment, read_rows, snapshot, write_rows)

SPBE = [f"I{number:02}" for number in range(1, 48)]
SOMM = [f"S{number:02}" for number in range(1, 41)]
# Lines of a whole and right reading, as the helper prints them.
HEAD = '{"protocol":1,"format":"plain_text","title":"x"}'
PAGE = '{"page":0,"width":0,"height":0,"text":"Pasal 1 berlaku.","words":[]}'
END = '{"end":true,"needs_ocr":false}'


class HarmlessTest(harness.EndToEndTest):
    """Every refusal is tried in both languages and must leave every file as it was."""

    def state(self):
        """Every file by its bytes; a workspace by its rows, since opening it to write may touch its pages."""
        found = snapshot(self.folder)
        for path in self.kept:
            if str(path.relative_to(self.folder)) in found:
                found[str(path.relative_to(self.folder))] = harness.contents(path)
        return found

    def new_workspace(self, *words, **options):
        self.kept = [*self.kept, super().new_workspace(*words, **options)]
        return self.kept[-1]

    kept = []

    def check(self, code, needles, *words, **options):
        """Refused with this code by a message in the language asked for that names all needles; nothing written."""
        before = self.state()
        said = {}
        for language in ("id", "en"):
            run = self.refuse(code, *words, lang=language, **options)
            for needle in needles:
                self.assertIn(needle, run.err, str(run))
            said[language] = run.err
        self.assertNotEqual(said["id"], said["en"])
        self.assertTrue(self.state() == before, words)


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
        self.rate(ABSENT, ["S99", "S01", "S40"], self.somm, "--indicator", "S99", "--value", "2")
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


class DocumentsTest(HarmlessTest):
    """Files that cannot be read, and helpers that misbehave."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()

    def rows(self):
        return harness.contents(self.workspace)

    def check_add(self, name, words, program=None):
        """`add` refuses this file, names it and says why; the workspace holds what it held."""
        before, files = self.rows(), sorted(self.folder.rglob("*"))
        said = {}
        for language in ("id", "en"):
            run = self.refuse(INVALID, "add", self.workspace, name, lang=language, program=program)
            self.assertIn(name, run.err, str(run))
            said[language] = run.err
        for word in words:
            self.assertIn(word, said["en"], name)
        self.assertNotEqual(said["id"], said["en"])
        self.assertTrue(self.rows() == before, name)
        self.assertEqual(sorted(self.folder.rglob("*")), files)
        self.succeed("verify", self.workspace)

    def sample(self, name):
        shutil.copy(READING_SAMPLES / name, self.folder / name)
        return name

    def test_files_that_are_no_documents(self):
        self.check_add(self.sample("binary.dat"), ["no PDF"])
        (self.folder / "noise.pdf").write_bytes(bytes(range(256)) * 40)
        self.check_add("noise.pdf", [])
        (self.folder / "kosong.pdf").write_bytes(b"")
        self.check_add("kosong.pdf", ["empty"])
        self.check_add(self.sample("empty.txt"), ["empty"])
        self.check_add(self.sample("truncated.pdf"), ["damaged"])
        (self.folder / "awal.pdf").write_bytes((READING_SAMPLES / "two-pages.pdf").read_bytes()[:120])
        self.check_add("awal.pdf", ["damaged"])

    def test_encrypted(self):
        self.check_add(self.sample("encrypted.pdf"), ["password"])
        if shutil.which("qpdf") is None:
            self.skipTest("qpdf is absent; the sample in tests/data was refused")
        subprocess.run(["qpdf", "--encrypt", "rahasia", "rahasia", "256", "--", READING_SAMPLES / "two-pages.pdf",
                        self.folder / "baru.pdf"], check=True)
        self.check_add("baru.pdf", ["password"])

    def test_files_of_references_and_observations(self):
        cases = {"a.bib": b"@article{x, title = {tanpa akhir", "b.bib": b"tidak ada entri", "c.yaml": b"- code: A\n  text: [",
                 "d.yaml": b"code: A\n", "e.yaml": b"- code: A\n", "f.yaml": b"- {code: A, text: x, tanggal: 1}\n",
                 "g.yaml": b"- {code: A, text: x, date: 2026-02-30}\n",
                 "h.yaml": b"- {code: A, text: x}\n- {code: A, text: y}\n", "i.bib": b"@book{x, title={a}}\n@book{x, title={b}}",
                 "j.yaml": b"- &a {code: A, text: x}\n- *a\n"}
        for name, content in cases.items():
            (self.folder / name).write_bytes(content)
            self.check_add(name, [])

    def test_a_helper_that_crashes(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        for name, script in (("segv", "kill -SEGV $$"), ("abrt", "kill -ABRT $$"), ("exit", "exit 9"),
                             ("killed", "kill -KILL $$")):
            self.check_add("x.pdf", ["reader stop"], self.program_with_extractor(script, name))

    def test_a_helper_that_prints_nonsense(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        scripts = {
            "nothing": "exit 0",
            "words": "echo halo",
            "no-end": f"echo '{HEAD}'; echo '{PAGE}'",
            "after-end": f"echo '{HEAD}'; echo '{PAGE}'; echo '{END}'; echo '{END}'",
            "no-head": f"echo '{PAGE}'; echo '{END}'",
            "other-protocol": f"echo '{HEAD.replace('1', '2', 1)}'; echo '{PAGE}'; echo '{END}'",
            "page-twice": f"echo '{HEAD}'; echo '{PAGE}'; echo '{PAGE}'; echo '{END}'",
            "not-utf8": f"echo '{HEAD}'; printf '{PAGE.replace('Pasal', chr(92) + '377')}\\n'; echo '{END}'",
            "words-off-page": f"echo '{HEAD}'; echo '{PAGE.replace('[]', '[[0,999,0,0,1,1]]')}'; echo '{END}'",
            "deep": "i=0; while [ $i -lt 5000 ]; do printf '['; i=$((i+1)); done",
            "unknown-failure": """echo '{"error":"<b>serang</b>"}'""",
        }
        for name, script in scripts.items():
            with self.subTest(name):
                self.check_add("x.pdf", ["reader stop"], self.program_with_extractor(script, name))

    def test_the_fake_lines_would_be_taken_if_they_were_whole(self):
        """The negative control of the test above: the same lines, complete, are filed."""
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        program = self.program_with_extractor(f"echo '{HEAD}'; echo '{PAGE}'; echo '{END}'")
        self.succeed("add", self.workspace, "x.pdf", program=program)
        self.assertEqual(len(json.loads(self.succeed("search", self.workspace, "berlaku", "--json").out)), 1)

    def test_a_helper_that_floods(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        program = self.program_with_extractor("exec cat /dev/zero")
        self.check_add("x.pdf", ["too large"], program)

    def test_a_helper_that_never_ends(self):
        """The processor time that it may take is 20 s; it lowers its own limit to 1 s so that we need not wait."""
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        program = self.program_with_extractor("ulimit -S -t 1; while :; do :; done")
        self.check_add("x.pdf", ["seconds"], program)

    def test_the_limits_that_a_helper_runs_under(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        said = self.folder / "limits"
        program = self.program_with_extractor(
            f"{{ ulimit -t; ulimit -v; ulimit -n; ulimit -c; env; ls /proc/self/fd | wc -l; }} > '{said}'; exit 9")
        self.run_program("add", self.workspace, "x.pdf", program=program, env=environment(self.folder, RAHASIA="x"))
        lines = said.read_text("utf-8").split()
        self.assertEqual(lines[0], "20")
        if "ASAN_OPTIONS" not in os.environ:
            self.assertEqual(lines[1], str(512 * 1024))
        self.assertLessEqual(int(lines[2]), 16)
        self.assertEqual(lines[3], "0")
        self.assertNotIn("RAHASIA", said.read_text("utf-8"))

    def test_a_helper_that_is_absent(self):
        (self.folder / "x.pdf").write_bytes(b"%PDF-1.7\n")
        program = self.program_with_extractor("exit 0")
        (program.parent / "jenjang-extract").chmod(0o644)
        before = self.rows()
        self.refuse(UNAVAILABLE, "add", self.workspace, "x.pdf", program=program)
        (program.parent / "jenjang-extract").unlink()
        self.refuse(UNAVAILABLE, "add", self.workspace, "x.pdf", program=program)
        self.assertTrue(self.rows() == before)


class WorkspacesTest(HarmlessTest):
    """Files that are no workspaces, or may not be used now."""

    READING = [["evaluate", "{}"], ["explain", "{}", "index"], ["report", "{}", "--format", "md", "-o", "r.md"],
               ["sources", "{}"], ["search", "{}", "x"], ["evidence", "{}", "list"], ["verify", "{}"],
               ["backup", "{}", "b.jenjang"], ["ratings", "{}", "export", "r.csv"]]
    WRITING = [["rate", "{}", "--indicator", "S01", "--value", "2"], ["add", "{}", "a.txt"],
               ["new", "{}", "--model", "somm", "--organization", "Y", "--period", "2030"],
               ["evidence", "{}", "accept", "E1"], ["ratings", "{}", "import", "r-in.csv"],
               ["cite", "{}", "--indicator", "S01", "--source", "a", "--quote", "Isi"]]

    def setUp(self):
        super().setUp()
        (self.folder / "a.txt").write_text("Isi.\n", "utf-8")
        write_rows(self.folder / "r-in.csv", ["indicator", "rater", "value"], [["S01", "A", "2"]])

    def check_verbs(self, code, name, verbs):
        for words in verbs:
            self.check(code, [name], *(word.replace("{}", name) for word in words))

    def test_other_kinds_of_files(self):
        (self.folder / "teks.jenjang").write_text("bukan ruang kerja\n" * 100, "utf-8")
        (self.folder / "kosong.jenjang").write_bytes(b"")
        database = sqlite3.connect(self.folder / "asing.jenjang")
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.commit()
        database.close()
        for name in ("teks.jenjang", "kosong.jenjang", "asing.jenjang"):
            self.check_verbs(DAMAGED, name, self.READING + self.WRITING)
            self.check(DAMAGED, [name], "restore", name, "neu.jenjang")

    def test_a_newer_workspace(self):
        path = self.new_workspace("baru.jenjang")
        database = sqlite3.connect(path)
        database.execute("PRAGMA user_version = 9999")
        database.commit()
        database.close()
        self.kept = []  # not a byte of it may change
        self.check_verbs(DAMAGED, "baru.jenjang", self.READING + self.WRITING)
        self.check(DAMAGED, ["9999"], "evaluate", "baru.jenjang")

    def test_a_workspace_that_is_cut(self):
        whole = self.new_workspace("utuh.jenjang").read_bytes()
        for size in (50, 100, 4096, len(whole) // 2, len(whole) - 4096):
            (self.folder / "cut.jenjang").write_bytes(whole[:size])
            run = self.run_program("verify", "cut.jenjang")
            self.assertEqual(run.code, DAMAGED, f"{size}: {run}")

    def test_an_absent_workspace(self):
        self.check_verbs(ABSENT, "tiada.jenjang", self.READING + [w for w in self.WRITING if w[0] != "new"])
        self.check(ABSENT, ["tiada"], "new", "tiada/w.jenjang", "--model", "somm", "--organization", "X")

    def test_one_in_use(self):
        """A second process holds the workspace: an add whose helper waits on a pipe."""
        self.new_workspace()
        started, go_on = self.folder / "started", self.folder / "go-on"
        os.mkfifo(started)
        os.mkfifo(go_on)
        program = self.program_with_extractor(f"echo > '{started}'; read x < '{go_on}'; exit 3")
        holder = subprocess.Popen([program, "add", "w.jenjang", "a.txt"], cwd=self.folder, env=environment(self.folder),
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            harness.await_signal(started)
            self.check_verbs(CONFLICT, "w.jenjang", self.READING + self.WRITING)
        finally:
            answer = os.open(go_on, os.O_RDWR)
            os.write(answer, b"\n")
            holder.wait(harness.SECONDS_MAX)
            os.close(answer)
        self.succeed("verify", "w.jenjang")
        self.assertEqual(sorted(p.name for p in self.folder.glob("w.jenjang*")), ["w.jenjang"])

    def test_a_read_only_folder(self):
        """Reading goes on; writing is denied."""
        self.new_workspace()
        place = self.folder / "tertutup"
        place.mkdir()
        shutil.move(self.folder / "w.jenjang", place / "w.jenjang")
        program = self.program_with_extractor("exit 1")
        (self.folder / "w.jenjang").symlink_to(place / "w.jenjang")
        options = {"program": program}
        if os.geteuid() == 0:
            if not hasattr(os, "setuid"):
                self.skipTest("another user cannot be taken on here")
            options["user"], options["group"], options["extra_groups"] = 65534, 65534, []
        for path in (place / "w.jenjang", self.folder / "a.txt", self.folder / "r-in.csv"):
            path.chmod(0o444)
        place.chmod(0o555)
        self.folder.chmod(0o755)
        self.addCleanup(place.chmod, 0o755)
        target = "tertutup/w.jenjang"
        for words in self.READING[:6]:
            words = [word.replace("{}", target) for word in words]
            words = words if "-o" not in words else words[:-2]
            self.succeed(*words, **options)
        for words in self.WRITING:
            self.check(DENIED, ["tertutup"], *(word.replace("{}", target) for word in words), **options)
        self.check(DENIED, ["tertutup"], "backup", target, "tertutup/b.jenjang", **options)
        self.check(DENIED, ["tertutup"], "report", target, "--format", "md", "-o", "tertutup/r.md", **options)
        self.check(DENIED, ["tertutup"], "new", "tertutup/x.jenjang", "--model", "somm", "--organization", "X", **options)
        (self.folder / "rahasia.txt").write_text("x", "utf-8")
        (self.folder / "rahasia.txt").chmod(0)
        if os.geteuid() == 0:
            (self.folder / "milik").mkdir()
            os.chown(self.folder / "milik", 65534, 65534)
        else:
            (self.folder / "milik").mkdir()
        self.succeed("new", "milik/m.jenjang", "--model", "somm", "--organization", "X", **options)
        self.refuse(DENIED, "add", "milik/m.jenjang", "rahasia.txt", **options)


class FullDiskTest(HarmlessTest):
    def setUp(self):
        super().setUp()
        self.place = self.folder / "penuh"
        self.place.mkdir()
        (self.folder / "besar.txt").write_text("Kalimat panjang tentang kantor cerdas. " * 40_000, "utf-8")

    def test_a_full_disk(self):
        """In a mount of 2 MiB that only this script's namespace sees."""
        probe = ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.place]
        if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode != 0:
            self.skipTest("a small file system cannot be mounted here; the limit on file sizes is tested instead")
        script = f"""
          mount -t tmpfs -o size=1500k tmpfs penuh || exit 99
          j() {{ '{harness.PROGRAM}' "$@" --lang en; }}
          j new penuh/w.jenjang --model somm --organization X --period 2026 || exit 98
          j evaluate penuh/w.jenjang --json > before || exit 97
          j add penuh/w.jenjang besar.txt > add.out 2> add.err; echo $? > add.code
          j verify penuh/w.jenjang || exit 96
          j evaluate penuh/w.jenjang --json > after || exit 95
          j backup penuh/w.jenjang penuh/b.jenjang > backup.out 2> backup.err; echo $? > backup.code
          dd if=/dev/zero of=penuh/fill bs=4k 2> fill.err
          j report penuh/w.jenjang --format html -o penuh/r.html > report.out 2> report.err; echo $? > report.code
          j rate penuh/w.jenjang --indicator S01 --value 2 > rate.out 2> rate.err; echo $? > rate.code
          j new penuh/x.jenjang --model somm --organization X > new.out 2> new.err; echo $? > new.code
          rm penuh/fill
          ls -A penuh > left
          j rate penuh/w.jenjang --indicator S01 --value 2 || exit 94
          j verify penuh/w.jenjang || exit 93
        """
        done = subprocess.run(["unshare", "-m", "sh", "-c", script], cwd=self.folder, env=environment(self.folder),
                              capture_output=True, check=False, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        for verb in ("add", "report", "rate", "new"):
            code, err = ((self.folder / f"{verb}.{kind}").read_text("utf-8") for kind in ("code", "err"))
            self.assertEqual(int(code), UNAVAILABLE, f"{verb}: {err}")
            self.assertIn("penuh/", err)
            self.assertRegex(err, "disk is full|no room left", verb)
            self.assertEqual((self.folder / f"{verb}.out").read_text(), "")
        self.assertEqual((self.folder / "before").read_text(), (self.folder / "after").read_text())
        left = (self.folder / "left").read_text().split()
        self.assertEqual([name for name in left if name not in ("w.jenjang", "b.jenjang")], [])

    def test_a_limit_on_file_sizes(self):
        workspace = self.new_workspace("penuh/w.jenjang")
        before = self.succeed("evaluate", workspace, "--json").out

        def limit(size):
            return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        room = 16 * 1024
        enough_to_read = (self.folder / "besar.txt").stat().st_size + 1024  # the reader gets its input as a file
        self.check(UNAVAILABLE, ["w.jenjang"], "add", workspace, "besar.txt", preexec_fn=limit(enough_to_read))
        self.check(UNAVAILABLE, ["r.html"], "report", workspace, "--format", "html", "-o", "penuh/r.html",
                   preexec_fn=limit(room))
        self.check(UNAVAILABLE, ["b.jenjang"], "backup", workspace, "penuh/b.jenjang", preexec_fn=limit(room))
        self.check(UNAVAILABLE, ["n.jenjang"], "new", "penuh/n.jenjang", "--model", "somm", "--organization", "X",
                   preexec_fn=limit(room))
        self.succeed("verify", workspace)
        self.assertEqual(self.succeed("evaluate", workspace, "--json").out, before)
        self.succeed("add", workspace, "besar.txt")


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


class KilledTest(harness.EndToEndTest):
    """The program is killed in the middle: what was there is there, and nothing half-done bears a final name."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        (self.folder / "first.txt").write_text("Pasal 1 sudah ada.\n", "utf-8")
        (self.folder / "second.txt").write_text("Pasal 2 menyusul.\n" * 200, "utf-8")
        self.succeed("add", self.workspace, "first.txt")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--rater", "A", "--value", "2")
        self.before = harness.contents(self.workspace)

    def test_kill_during_add_at_several_points_of_reading(self):
        started = self.folder / "started"
        os.mkfifo(started)
        lines = [HEAD, PAGE, END]
        output = "\n".join(lines) + "\n"
        for count in (0, 1, len(HEAD), len(HEAD) + 10, len(output) - 3, len(output)):
            part = output[:count].replace("\\", "\\\\").replace("%", "%%").replace("'", "'\\''")
            program = self.program_with_extractor(
                f"printf '{part}'; echo > '{started}'; exec cat '{self.folder}/never'", f"at-{count}")
            if not (self.folder / "never").exists():
                os.mkfifo(self.folder / "never")
            child = subprocess.Popen([program, "add", self.workspace, "second.txt"], cwd=self.folder,
                                     env=environment(self.folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.addCleanup(child.kill)
            harness.await_signal(started)
            child.send_signal(signal.SIGKILL)
            child.wait()
            self.check_sound(f"killed after {count} bytes")
        self.succeed("add", self.workspace, "second.txt")

    def check_sound(self, when):
        self.succeed("verify", self.workspace)
        self.succeed("evaluate", self.workspace)
        self.assertTrue(harness.contents(self.workspace) == self.before, when)
        self.assertEqual([p.name for p in self.folder.glob("w.jenjang?*")], [], when)

    def test_kill_at_every_kind_of_write(self):
        """strace kills at the nth system call: in the log, in the file, at flushing, at naming."""
        probe = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:signal=SIGKILL:when=1", "true"]
        if shutil.which("strace") is None or subprocess.run(probe, capture_output=True, check=False).returncode != 0:
            self.skipTest("strace is absent or may not trace here")
        backup = self.folder / "backup.jenjang"
        self.succeed("backup", self.workspace, backup)
        write_rows(self.folder / "r.csv", ["indicator", "rater", "value"], [[code, "A", 3] for code in SOMM])
        verbs = {
            "add": ["add", "w.jenjang", "second.txt"],
            "import": ["ratings", "w.jenjang", "import", "r.csv"],
            "backup": ["backup", "w.jenjang", "out.jenjang"],
            "restore": ["restore", "backup.jenjang", "out.jenjang"],
            "report": ["report", "w.jenjang", "--format", "html", "-o", "out.html"],
            "new": ["new", "out.jenjang", "--model", "somm", "--organization", "X"],
        }
        calls = {"add": [("pwrite64", (1, 2, 7)), ("fdatasync,fsync", (1, 2))],
                 "import": [("pwrite64", (1, 3)), ("fdatasync,fsync", (1,))],
                 "backup": [("pwrite64", (1, 40)), ("fsync,fdatasync", (1,)), ("renameat2,rename", (1,))],
                 "restore": [("pwrite64", (1, 40)), ("renameat2,rename", (1,))],
                 "report": [("fsync", (1,)), ("rename", (1,))],
                 "new": [("pwrite64", (1, 9)), ("renameat2,rename", (1,))]}
        killed = 0
        pristine = self.workspace.read_bytes()
        for name, points in calls.items():
            for call, numbers in points:
                for number in numbers:
                    killed += self.kill_at(verbs[name], call, number)
                    for path in [*self.folder.glob("out*"), *self.folder.glob("w.jenjang?*")]:
                        path.unlink()
                    self.workspace.write_bytes(pristine)
        self.assertGreaterEqual(killed, 15)

    def kill_at(self, words, call, number):
        done = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                               "-e", f"inject={call}:signal=SIGKILL:when={number}", harness.PROGRAM, *words],
                              cwd=self.folder, env=environment(self.folder), capture_output=True, check=False)
        when = f"{words[0]}, {call} {number}"
        out = next((word for word in words if word.startswith("out")), None)
        was_killed = done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        if was_killed and out:
            self.assertFalse((self.folder / out).exists(), when)
        if was_killed:
            self.succeed("verify", self.workspace)
            self.succeed("evaluate", self.workspace)
            now = harness.contents(self.workspace)
            whole = now == self.before or len(now["ratings"]) == 41 or len(now["sources"]) == 2
            self.assertTrue(whole, when)
        return was_killed


def read_all(stream, into):
    into.append(stream.read())


class SignalsTest(harness.EndToEndTest):
    def test_interrupted_and_terminated(self):
        """130 and 143 as a shell shows them, which is death by the signal itself or that exit code."""
        workspace = self.new_workspace()
        (self.folder / "a.txt").write_text("Isi.\n", "utf-8")
        started = self.folder / "started"
        os.mkfifo(started)
        os.mkfifo(self.folder / "never")
        program = self.program_with_extractor(f"echo > '{started}'; exec cat '{self.folder}/never'")
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            child = subprocess.Popen([program, "add", workspace, "a.txt"], cwd=self.folder, env=environment(self.folder),
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            collected = []
            reader = threading.Thread(target=read_all, args=(child.stderr, collected))
            reader.start()
            self.addCleanup(child.kill)
            harness.await_signal(started)
            child.send_signal(number)
            child.wait()
            reader.join()
            child.stdout.close()
            child.stderr.close()
            self.assertIn(child.returncode, (-number, code))
            self.succeed("verify", workspace)


if __name__ == "__main__":
    harness.main()
