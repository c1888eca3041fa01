"""A document's record: who signed the file, what was read of it, and what a person says against that."""

import json

import harness
from harness import ABSENT, INVALID, USAGE

REGULATION = """PERATURAN BUPATI CONTOH
NOMOR 60 TAHUN 2020
TENTANG
TATA KELOLA DATA DAERAH

Pasal 1
Data daerah dikelola oleh dinas.

Pasal 2
Peraturan Bupati ini mulai berlaku pada tanggal 5 Oktober 2020.

Ditetapkan di Contoh
pada tanggal 2 September 2020
"""


class RecordTest(harness.WorkspaceTest):
    def source(self, code):
        return json.loads(self.succeed("sources", self.workspace, "--source", code, "--json").out)[0]

    def record(self, code):
        return {entry["field"]: entry for entry in self.source(code)["record"]}


class SignaturesTest(RecordTest):
    def test_who_signed_is_told_with_what_became_of_the_file(self):
        for name, state, covers_all, words in (
                ("signed", "valid", True, "valid: the file"),
                ("signed-altered", "broken", True, "broken: the file was changed"),
                ("signed-extended", "valid", False, "valid for an earlier"),
                ("signed-truncated", "damaged", False, "damaged: it cannot be read"),
                ("signature-field-empty", "empty", False, "empty: not signed")):
            self.add_samples(f"{name}.pdf")
            signature, = self.source(name)["signatures"]
            self.assertEqual((signature["state"], signature["covers_all"]), (state, covers_all), name)
            self.assertEqual((signature["field"], signature["page"]), ("Pengesahan", 1))
            self.assertEqual(signature["signer"], "Siti Rahmawati" if state in ("valid", "broken") else "", name)
            self.assertEqual(signature["certificate"], "not_checked")
            shown = self.succeed("sources", self.workspace, "--source", name)
            self.assertIn(words, shown.out)
            self.assertEqual("certificate can be trusted was not checked" in shown.err, state != "empty", name)
        self.succeed("verify", self.workspace)

    def test_the_record_says_electronic_where_the_file_is_signed(self):
        for name, value in (("signed", "electronic"), ("signed-altered", "electronic"), ("signature-field-empty", None)):
            self.add_samples(f"{name}.pdf")
            self.assertEqual(self.record(name).get("signature", {}).get("value"), value, name)
        self.assertIn("tidak cocok dengan isi berkas", self.succeed("sources", self.workspace, "--source", "signed-altered", lang="id").out)

    def test_what_must_not_be_relied_on_is_said_when_it_is_filed(self):
        self.assertIn("was changed after it was signed", self.add_samples("signed-altered.pdf").err)
        self.assertIn("is damaged and cannot be checked", self.add_samples("signed-truncated.pdf").err)
        self.assertNotIn("signature", self.add_samples("signed.pdf").err)


class CorrectionsTest(RecordTest):
    def setUp(self):
        super().setUp()
        (self.folder / "perbup.txt").write_text(REGULATION, "utf-8")
        self.succeed("add", self.workspace, "perbup.txt")

    def correct(self, *settings, by="Siti R.", because="salah baca"):
        return self.succeed("sources", self.workspace, "--source", "perbup", "--set", *settings, "--by", by, "--because", because)

    def test_a_correction_counts_and_what_was_read_stays(self):
        before = self.record("perbup")
        self.assertEqual((before["number"]["value"], before["in_force_from"]["value"]), ("60", "2020-10-05"))
        self.correct("number=59", "confidentiality=limited", "in_force_until=2025-12-31")
        number = self.record("perbup")["number"]
        self.assertEqual((number["value"], number["found"], number["corrected_by"]), ("59", "60", "Siti R."))
        self.assertEqual(number["begin"], before["number"]["begin"])
        secrecy = self.record("perbup")["confidentiality"]
        self.assertEqual((secrecy["value"], secrecy["found"], secrecy["page"]), ("limited", None, None))
        shown = self.succeed("sources", self.workspace, "--source", "perbup").out
        self.assertIn("found: 60 (page –); corrected by Siti R., ", shown)
        self.assertIn(": salah baca", shown)
        self.assertIn("not found; entered by Siti R., ", shown)
        listed = self.succeed("sources", self.workspace).out
        for words in ("  59/2020  ", "  2020-09-02  ", "2020-10-05", "2025-12-31", "  limited  "):
            self.assertIn(words, listed)
        self.succeed("verify", self.workspace)

    def test_every_entry_is_kept_and_the_latest_counts(self):
        self.correct("number=58", by="Ani", because="")
        self.correct("number= 59  Tahun 2020 ")
        self.assertEqual(self.record("perbup")["number"]["value"], "59 Tahun 2020")
        self.assertIn("  59 Tahun 2020  ", self.succeed("sources", self.workspace, "--source", "perbup").out)
        self.correct("number=", by="Budi", because="benar 60")
        number = self.record("perbup")["number"]
        self.assertEqual((number["value"], number["corrected_by"]), ("60", None))
        said = [(one["field"], one["value"], one["by"], one["because"]) for one in self.source("perbup")["corrections"]]
        self.assertEqual(said, [("number", "58", "Ani", ""), ("number", "59 Tahun 2020", "Siti R.", "salah baca"),
                                ("number", None, "Budi", "benar 60")])

    def test_what_makes_no_sense_is_refused_with_what_was_expected(self):
        for setting, words in (
                ("nomor=59", "Known are: kind, number, year, issuer"),
                ("number", "FIELD=VALUE"),
                ("date=2020-02-30", "YEAR-MONTH-DAY"),
                ("date=2 September 2020", "YEAR-MONTH-DAY"),
                ("date=promulgated", "YEAR-MONTH-DAY"),
                ("year=20", "four digits"),
                ("signature=yes", "draft, signed, electronic"),
                ("confidentiality=rahasia", "open, limited, secret, top_secret"),
                ("language=jv", "id, en, mixed"),
                ("in_force_until=2020-10-04", "2020-10-04) before it begins (2020-10-05)"),
                ("subject=" + "x" * 601, "600 letters")):
            run = self.refuse(INVALID, "sources", self.workspace, "--source", "perbup", "--set", "kind=Surat", setting)
            self.assertIn(words, run.err, setting)
        refused = (ABSENT, "sources", self.workspace, "--source", "perbup", "--set", "number=")
        self.assertIn("no correction of number", self.refuse(*refused).err)
        self.assertIn("tidakada", self.refuse(ABSENT, "sources", self.workspace, "--source", "tidakada", "--set", "number=1").err)
        self.assertIn("--source", self.refuse(USAGE, "sources", self.workspace, "--set", "number=1").err)
        self.assertIn("--by", self.refuse(INVALID, "sources", self.workspace, "--source", "perbup", "--set", "number=1", "--by", "").err)
        self.assertEqual(self.source("perbup")["corrections"], [])

    def test_the_day_of_promulgation_is_where_a_period_may_begin(self):
        self.correct("in_force_from=promulgated", "promulgated=2021-01-01")
        run = self.refuse(INVALID, "sources", self.workspace, "--source", "perbup", "--set", "in_force_until=2020-12-31")
        self.assertIn("(2021-01-01)", run.err)
        self.correct("in_force_until=2021-01-01")

    def test_what_a_person_says_of_a_signature_is_not_said_of_the_documents_words(self):
        self.correct("signature=signed")
        shown = self.succeed("sources", self.workspace, "--source", "perbup").out
        self.assertRegex(shown, r"signature +signed +–")

    def test_only_records_of_documents_are_corrected(self):
        (self.folder / "p.bib").write_text("@book{nugroho20, author = {P Nugroho}, title = {SPBE}, year = 2020}\n", "utf-8")
        self.succeed("add", self.workspace, "p.bib")
        self.assertIn("no document", self.refuse(INVALID, "sources", self.workspace, "--source", "nugroho20", "--set", "number=1").err)


if __name__ == "__main__":
    harness.main()
