"""Bad documents and a reader that misbehaves are refused with a sentence and without harm."""

import io
import json
import os
import shutil
import struct
import subprocess
import zipfile

import harness
from harness import INVALID, READING_SAMPLES, UNAVAILABLE, environment
from harmless import HarmlessTest

HEAD = '{"protocol":1,"format":"plain_text","title":"x"}'
PAGE = '{"page":0,"width":0,"height":0,"text":"Pasal 1 berlaku.","words":[]}'
END = '{"end":true,"needs_ocr":false}'


TYPES = ('<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
         'wordprocessingml.document.main+xml"/></Types>')
PACKAGE = '<Relationships><Relationship Id="1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
BODY = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Katalog data berlaku.</w:t></w:r></w:p></w:body></w:document>'


def docx(body=BODY, more=()):
    """A Word document with these parts beside its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [("[Content_Types].xml", TYPES), ("_rels/.rels", PACKAGE), ("word/document.xml", body), *more]:
            archive.writestr(name, content)
    return target.getvalue()


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
        self.check_add(self.sample("binary.dat"), ["no document"])
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
        subprocess.run(["qpdf", "--encrypt", "rahasia", "rahasia", "256", "--", READING_SAMPLES / "two-pages.pdf",
                        self.folder / "baru.pdf"], check=True)
        self.check_add("baru.pdf", ["password"])

    def test_office_files_that_attack(self):
        doctype = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        overlapping = docx(more=[("a.bin", os.urandom(40_000)), ("b.bin", "x")])
        first, second = (overlapping.rindex(b"PK\x01\x02", 0, overlapping.rindex(name)) for name in (b"a.bin", b"b.bin"))
        overlapping = bytearray(overlapping)
        overlapping[second + 16:second + 28] = overlapping[first + 16:first + 28]
        overlapping[second + 42:second + 46] = overlapping[first + 42:first + 46]
        lying = bytearray(docx(BODY.replace("Katalog", "Katalog " * 50_000)))
        entry = lying.rindex(b"PK\x01\x02", 0, lying.rindex(b"word/document.xml"))
        lying[entry + 24:entry + 28] = struct.pack("<I", 500)
        cases = {
            "bom.docx": (docx(BODY.replace("Katalog", " " * (1 << 28))), ["unpacks"]),
            "ribuan.docx": (docx(more=[(f"{n}", "") for n in range(20_000)]), ["unpacks"]),
            "tawa.docx": (docx(doctype + BODY), ["attacks"]),
            "luar.docx": (docx(external + BODY), ["attacks"]),
            "naik.docx": (docx(more=[("../../.bashrc", "x")]), ["attacks"]),
            "mutlak.docx": (docx(more=[("/etc/passwd", "x")]), ["attacks"]),
            "tindih.docx": (bytes(overlapping), ["attacks"]),
            "dusta.docx": (bytes(lying), ["damaged"]),
            "dalam.docx": (docx(BODY.replace("<w:p>", "<w:p>" * 5000).replace("</w:p>", "</w:p>" * 5000)), ["attacks"]),
            "putus.docx": (docx()[:-40], ["damaged"]),
            "rusak.docx": (docx(BODY[:-20]), ["damaged"]),
            "kosong.docx": (docx(BODY.replace("Katalog data berlaku.", "")), ["empty"]),
        }
        for name, (content, words) in cases.items():
            with self.subTest(name):
                (self.folder / name).write_bytes(content)
                self.check_add(name, words)

    def test_office_files_that_are_recognized_and_not_read(self):
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)

        def stream(name):
            return name.encode("utf-16-le").ljust(64, b"\0") + bytes([2 * len(name) + 2, 0])
        plain = io.BytesIO()
        with zipfile.ZipFile(plain, "w") as archive:
            archive.writestr("catatan.txt", "x")
        cases = {"lama.docx": (ole + stream("WordDocument"), [".doc)", "save it as .docx"]),
                 "lama.pdf": (ole + stream("Workbook"), [".xls)", "save it as .xlsx"]),
                 "kunci.xlsx": (ole + stream("EncryptedPackage"), ["password"]),
                 "kaya.doc": (b"{\\rtf1 teks}", ["RTF", "save it as .docx"]),
                 "arsip.docx": (plain.getvalue(), ["archive", "unpack"])}
        for name, (content, words) in cases.items():
            with self.subTest(name):
                (self.folder / name).write_bytes(content)
                self.check_add(name, words)

    def test_two_documents_in_one(self):
        (self.folder / "dua.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n" + docx())
        self.check_add("dua.pdf", ["PDF and an archive"])

    def test_macros_are_named_and_not_run(self):
        """The negative control of the attacks above: the same parts without an attack are filed, under any name."""
        (self.folder / "makro.txt").write_bytes(docx(more=[("word/vbaProject.bin", b"Shell")]))
        self.succeed("add", self.workspace, "makro.txt")
        filed = json.loads(self.succeed("sources", self.workspace, "--json").out)[0]
        self.assertEqual(filed["format"], "docx")
        self.assertEqual([problem["id"] for problem in filed["problems"]], ["reading.macros"])
        self.assertEqual(len(json.loads(self.succeed("search", self.workspace, "katalog", "--json").out)), 1)

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
