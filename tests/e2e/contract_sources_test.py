"""The contract of the command line: what is filed, and several assessments in one workspace."""

import json
import shutil

import harness
from harness import ABSENT, CONFLICT, INVALID, READING_SAMPLES, read_rows

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


class SourcesTest(harness.WorkspaceTest):
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

    def test_words_in_a_workbook_are_cited_by_sheet_and_row(self):
        shutil.copy(READING_SAMPLES / "inventory.xlsx", self.folder / "aset.data")
        self.succeed("add", self.workspace, "aset.data")
        source = self.sources()["aset"]
        self.assertEqual((source["format"], source["pages"]), ("xlsx", 2))
        self.assertIn("reading.hidden_rows", [problem["id"] for problem in source["problems"]])
        hit = json.loads(self.succeed("search", self.workspace, "laptop", "--json").out)[0]
        self.assertEqual((hit["page"], hit["place"]), (1, "sheet “Aset TIK” row 5"))
        self.succeed("cite", self.workspace, "--indicator", "S20", "--source", "aset", "--page", 1, "--quote", "Laptop lama")
        listed = self.succeed("evidence", self.workspace, "list", lang="id").out
        self.assertIn("lembar “Aset TIK” baris 5", listed)
        self.succeed("verify", self.workspace)

    def test_search_finds_any_form_fields_and_words_that_look_alike(self):
        (self.folder / "a.txt").write_text("Kesiapan kantor dinilai oleh asesor.\n\nHasil penilaian ditindaklanjuti.\n", "utf-8")
        (self.folder / "b.txt").write_text("Tim menilai tata naskah, lalu tindak lanjut dibahas.\n", "utf-8")
        self.succeed("add", self.workspace, "a.txt", "b.txt")
        for query, count in (("nilai", 3), ('"dinilai"', 1), ("menindaklanjuti", 2), ("penilaian sumber:b", 1),
                             ("penilaian source:a*", 2), ('"kantor asesor"~2', 1), ('"kantor asesor"~1', 0),
                             ("penilaian -tim", 2), ("asesor ATAU tim", 2), ("nil*", 0), ("menil*", 1)):
            hits = json.loads(self.succeed("search", self.workspace, query, "--json").out)
            self.assertEqual(len([hit for hit in hits if not hit["similar"]]), count, query)
        slip = self.succeed("search", self.workspace, "kesiapn", lang="id")
        self.assertIn("[Kesiapan]", slip.out)
        self.assertIn('"kesiapan"', slip.err)
        hits = json.loads(self.succeed("search", self.workspace, "kesiapn", "--json").out)
        self.assertEqual([hit["similar"] for hit in hits], [True])
        self.assertIn("Tidak ada dokumen", slip.err)

    def test_any_word_finds_what_all_words_do_not_and_still_says_which_word_is_unknown(self):
        for name, text in (("a", "Arsip disimpan di pusat data."), ("b", "Rapat membahas arsip."), ("c", "Pusat kota."),
                           ("d", "Pengadaan kertas.")):
            (self.folder / f"{name}.txt").write_text(text + "\n", "utf-8")
        self.succeed("add", self.workspace, *(self.folder / f"{name}.txt" for name in "abcd"))
        asked = ("search", self.workspace, "rapat pengarsipan di pusat data -kota")
        self.assertEqual(json.loads(self.succeed(*asked, "--json").out), [])
        hits = json.loads(self.succeed(*asked, "--any", "--json").out)
        self.assertEqual([hit["source"] for hit in hits], ["a", "b"])
        slip = self.succeed("search", self.workspace, "--any", "arsip rapat pcngadaan")
        self.assertIn('No document has "pcngadaan"', slip.err)
        # What the lookalike brought in stands in its own order among the rest.
        self.assertEqual(sorted(line for line in slip.out.splitlines() if not line.startswith(" ")), ["a", "b", "d"])

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


if __name__ == "__main__":
    harness.main()
