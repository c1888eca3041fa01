"""Bad documents and a reader that misbehaves are refused with a sentence and without harm."""

import json
import os
import shutil
import subprocess

import harness
from harness import INVALID, READING_SAMPLES, UNAVAILABLE, environment
from harmless import HarmlessTest

HEAD = '{"protocol":1,"format":"plain_text","title":"x"}'
PAGE = '{"page":0,"width":0,"height":0,"text":"Pasal 1 berlaku.","words":[]}'
END = '{"end":true,"needs_ocr":false}'


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


if __name__ == "__main__":
    harness.main()
