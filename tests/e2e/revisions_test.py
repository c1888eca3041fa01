"""Revisions of a document, and documents of nearly the same wording."""

import json
import unittest

import harness
from harness import INVALID

PARAGRAPH = "Perangkat daerah nomor {n} menyusun rencana kerja, melaporkan hasil setiap triwulan, dan menyimpan bukti secara elektronik.\n\n"


def letter(first, last):
    return "".join(PARAGRAPH.format(n=n) for n in range(first, last))


class RevisionsTest(harness.WorkspaceTest):
    def file(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def notes(self, code):
        sources = json.loads(self.succeed("sources", self.workspace, "--json").out)
        return [problem for one in sources if one["code"] == code for problem in one["problems"]]

    def test_a_document_of_nearly_the_same_wording_is_pointed_out(self):
        for name, text, alike in (
            ("salinan", letter(0, 100).upper().replace("\n\n", "\n \n"), True),
            ("draf", letter(0, 97) + "Penutup yang lain sama sekali.\n", True),
            ("lain", "Laporan keuangan memuat belanja modal, belanja pegawai, dan sisa anggaran tahun berjalan.\n", False),
            ("bagian", letter(0, 40), False),
            ("dua-kata", "Dua kata", False),
        ):
            for lang, words in (("id", "hampir sama dengan"), ("en", "Nearly the same wording as")):
                with self.subTest(name=name, lang=lang):
                    self.workspace = self.new_workspace(f"{name}-{lang}.jenjang")
                    self.succeed("add", self.workspace, self.file("surat.txt", letter(0, 100)))
                    run = self.succeed("add", self.workspace, self.file(f"{name}.txt", text), lang=lang)
                    self.assertEqual(words in run.err, alike, run.err)
                    notes = [note for note in self.notes(name) if note["id"] == "document.near_duplicate"]
                    self.assertEqual(len(notes), int(alike), notes)
                    if alike:
                        self.assertRegex(notes[0]["detail"], r"^surat \((8\d|9\d|100) %\)$")

    def test_a_revision_is_kept_beside_the_older_one_and_is_no_duplicate(self):
        old = self.file("surat.txt", letter(0, 50))
        self.succeed("add", self.workspace, old, "--as", "surat")
        self.succeed("cite", self.workspace, "--indicator", "S01", "--source", "surat", "--quote", "Perangkat daerah nomor 7 menyusun", "--by", "A")
        for number in (2, 3):
            run = self.succeed("add", self.workspace, self.file("surat.txt", letter(0, 50 + number)), "--as", "surat")
            self.assertNotIn("hampir sama", run.err)
        sources = {one["code"]: one for one in json.loads(self.succeed("sources", self.workspace, "--json").out)}
        self.assertEqual({code: one["revises"] for code, one in sources.items()}, {"surat": "", "surat@2": "surat", "surat@3": "surat@2"})
        evidence = json.loads(self.succeed("evidence", self.workspace, "list", "--json").out)
        self.assertEqual([one["source"] for one in evidence], ["surat"], "a citation stays with the words that it quotes")
        self.succeed("verify", self.workspace)
        self.refuse(INVALID, "add", self.workspace, old, self.file("b.txt", letter(0, 3)), "--as", "surat")


if __name__ == "__main__":
    unittest.main()
