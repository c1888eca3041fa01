"""The main job on a real regulation: new, add, search, cite, accept, rate, evaluate, explain, report, and back."""

import json

import harness
from harness import SHARED, digest, needs_shared, read_rows, words_of

# Facts about PermenPANRB 59/2020 as pdftotext shows them, page numbers of the file.
REGULATION = "permenpanrb-59-2020"
PAGE_OF_PASAL = {"Pasal 4": 5, "Pasal 5": 5}
PAGE_OF_INDICATOR = 30
INDICATOR_TEXT = "telah mengatur integrasi SPBE antar Instansi Pusat"
QUOTE_PAGE = 5
QUOTE = "Penilaian Mandiri sebagaimana dimaksud dalam Pasal 3 ayat (1) dan ayat (2) dilakukan oleh Tim Assesor internal."
TWICE = "Koordinator SPBE"  # stands twice on page 5
PAGES = {"bssn-4-2021": 30, "kepmenko-70-2023-scan": 8, "permenko-4-2023-scan": 20, "permenpanrb-5-2020": 58,
         REGULATION: 89, "perpres-39-2019-scan-bad-text-layer": 35, "perpres-82-2023": 13}
SCANS = {"kepmenko-70-2023-scan", "permenko-4-2023-scan"}


@needs_shared
class RealRegulationTest(harness.EndToEndTest):
    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        self.document = SHARED / "documents" / f"{REGULATION}.pdf"
        self.succeed("add", self.workspace, self.document)

    def search(self, *words):
        return json.loads(self.succeed("search", self.workspace, *words, "--json").out)

    def cite(self, quote, *words, page=QUOTE_PAGE, indicator="S01"):
        return self.run_program("cite", self.workspace, "--indicator", indicator, "--source", REGULATION,
                                "--page", page, "--quote", quote, "--by", "Asesor A", *words)

    def list_evidence(self):
        return json.loads(self.succeed("evidence", self.workspace, "list", "--json").out)

    def test_search_finds_articles_on_their_page(self):
        for article, page in PAGE_OF_PASAL.items():
            hits = self.search(f'"{article}"')
            self.assertIn((REGULATION, page), [(hit["source"], hit["page"]) for hit in hits], article)
            for hit in hits:
                self.assertIn(article.casefold(), words_of(hit["text"]).casefold())
            shown = self.succeed("search", self.workspace, f'"{article}"')
            number = article.split()[1]
            self.assertRegex(shown.out, rf"{REGULATION}, Article {number}\b[^,]*, p\. {page}\b")
            indonesian = self.succeed("search", self.workspace, article, lang="id").out
            self.assertRegex(indonesian, rf"{REGULATION}, Pasal {number}\b[^,]*, hlm\. {page}\b")

    def test_search_finds_an_indicator_on_its_page(self):
        hits = self.search(f'"{INDICATOR_TEXT}"')
        self.assertEqual(hits[0]["page"], PAGE_OF_INDICATOR)
        self.assertIn(INDICATOR_TEXT, words_of(hits[0]["text"]))
        by_terms = self.search("--indicator", "S01", "--limit", "3")
        self.assertLessEqual(1, len(by_terms))
        self.assertLessEqual(len(by_terms), 3)

    def test_search_that_finds_nothing_says_so(self):
        self.assertEqual(self.search("xylofonbiru"), [])
        run = self.succeed("search", self.workspace, "xylofonbiru")
        self.assertEqual(run.out, "")
        self.assertIn("0 passages", run.err)

    def test_cite_takes_the_words_however_they_were_copied(self):
        spaced = QUOTE.replace("Pasal 3 ayat", "Pasal 3\n  ayat").replace("dilakukan oleh", "dilakukan \t oleh")
        for quote in (QUOTE, spaced, f"  {QUOTE}\n"):
            run = self.cite(quote)
            self.assertEqual(run.code, harness.OK, str(run))
            self.assertRegex(run.out, r"\AE\d+\n\Z")
        stored = self.list_evidence()
        self.assertEqual([one["id"] for one in stored], ["E1", "E2", "E3"])
        for one in stored:
            self.assertEqual(words_of(one["quote"]), QUOTE)
            self.assertEqual(one["quote"], stored[0]["quote"])  # the page's own words, not the copier's
            self.assertEqual((one["page"], one["state"], one["by"]), (QUOTE_PAGE, "proposed", "Asesor A"))
        self.assertIn("\n", stored[0]["quote"])

    def test_cite_folds_curly_quotes_ligatures_and_hyphens_at_line_ends(self):
        page = self.folder / "catatan.md"
        page.write_text("Aplikasi \u201cMeja Kencana\u201d dipakai, kata Kepala\u2019s o\ufb03ce; seluruh pene-\nrapan "
                        "selesai.\n", "utf-8")
        self.succeed("add", self.workspace, page)
        for quote in ('Aplikasi "Meja Kencana" dipakai', "Kepala's office", "seluruh penerapan selesai",
                      "Aplikasi \u201cMeja Kencana\u201d dipakai"):
            run = self.run_program("cite", self.workspace, "--indicator", "S01", "--source", "catatan", "--quote", quote)
            self.assertEqual(run.code, harness.OK, str(run))
        self.assertEqual(self.list_evidence()[0]["quote"], "Aplikasi \u201cMeja Kencana\u201d dipakai")
        self.assertIsNone(self.list_evidence()[0]["page"])
        case = self.run_program("cite", self.workspace, "--indicator", "S01", "--source", "catatan",
                                "--quote", 'aplikasi "meja kencana" dipakai')
        self.assertEqual(case.code, harness.ABSENT, str(case))

    def test_cite_refuses_a_quote_that_is_not_on_the_page_and_names_where_it_is(self):
        run = self.cite(QUOTE, page=QUOTE_PAGE - 1)
        self.assertEqual((run.code, run.out), (harness.ABSENT, ""), str(run))
        self.assertIn(f"page {QUOTE_PAGE}", run.err)
        run = self.cite("kata-kata yang tidak ada", page=QUOTE_PAGE)
        self.assertEqual((run.code, run.out), (harness.ABSENT, ""), str(run))
        run = self.cite(QUOTE, page=PAGES[REGULATION] + 1)
        self.assertEqual((run.code, run.out), (harness.ABSENT, ""), str(run))
        self.assertIn("89", run.err)
        self.assertEqual(self.list_evidence(), [])

    def test_cite_asks_which_of_two(self):
        run = self.cite(TWICE)
        self.assertEqual((run.code, run.out), (harness.INVALID, ""), str(run))
        self.assertIn("2 times", run.err)
        self.assertIn("--occurrence", run.err)
        self.assertEqual(self.cite(TWICE, "--occurrence", 3).code, harness.INVALID)
        for occurrence in (1, 2):
            self.assertEqual(self.cite(TWICE, "--occurrence", occurrence).code, harness.OK)
        exported = self.folder / "e.csv"
        self.succeed("evidence", self.workspace, "export", exported)
        self.assertEqual([row["occurrence"] for row in read_rows(exported.read_text("utf-8"))], ["1", "2"])

    def test_from_page_to_report_and_back(self):
        wanted = json.loads(self.succeed("evidence", self.workspace, "list", "--missing", "--json").out)
        self.assertEqual(wanted, [])  # no claim yet
        self.succeed("rate", self.workspace, "--indicator", "s1", "--rater", "Asesor A", "--value", "3",
                     "--check", "2a", "2b", "3a", "3b", "--because", "Diatur dengan Pasal 4.")
        missing = json.loads(self.succeed("evidence", self.workspace, "list", "--missing", "--json").out)
        self.assertEqual([(m["indicator"], m["level"], m["accepted"], m["required"], m["proposed"]) for m in missing],
                         [("S01", 2, 0, 1, 0), ("S01", 3, 0, 1, 0)])
        self.assertEqual(self.level_of("S01"), (1, "3", ["insufficient_evidence"]))
        self.assertEqual(self.cite(QUOTE, "--level", 2).out, "E1\n")
        self.assertEqual(self.level_of("S01"), (1, "3", ["insufficient_evidence"]))  # proposed is not accepted
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "Ketua Tim", "--because", "sesuai")
        self.assertEqual(self.level_of("S01"), (2, "3", ["insufficient_evidence"]))
        self.assertEqual(self.cite(TWICE, "--occurrence", 1).out, "E2\n")  # without level: bears the claim
        self.succeed("evidence", self.workspace, "accept", "E2", "--by", "Ketua Tim")
        self.assertEqual(self.level_of("S01"), (3, "3", []))
        self.assertEqual(json.loads(self.succeed("evidence", self.workspace, "list", "--missing", "--json").out), [])
        self.check_explanation()
        self.check_reports()
        self.check_exchange()
        self.check_backup()

    def level_of(self, code):
        nodes = json.loads(self.succeed("evaluate", self.workspace, "--json").out)["nodes"]
        node = next(node for node in nodes if node["code"] == code)
        return node["level"], node["claimed"], [f for f in node["flags"] if f != "provisional"]

    def check_explanation(self):
        out = words_of(self.succeed("explain", self.workspace, "S01").out)
        for words in (QUOTE, f"{REGULATION}, Article 4 paragraph (1), p. {QUOTE_PAGE}", "Accepted by Ketua Tim", "Diatur dengan Pasal 4."):
            self.assertIn(words, out)
        self.assertIn(f"hlm. {QUOTE_PAGE}", words_of(self.succeed("explain", self.workspace, "S01", lang="id").out))

    def check_reports(self):
        source = json.loads(self.succeed("sources", self.workspace, "--json").out)[0]
        for language, page in (("id", f"hlm. {QUOTE_PAGE}"), ("en", f"p. {QUOTE_PAGE}")):
            for form in ("html", "md"):
                path = self.folder / f"report-{language}.{form}"
                run = self.succeed("report", self.workspace, "--format", form, "-o", path, lang=language)
                self.assertEqual(run.out, "")
                text = path.read_text("utf-8")
                folded = words_of(text.replace("\n>", " ").replace("\\", ""))
                for words in (QUOTE, REGULATION, source["title"], page, source["digest"]):
                    self.assertIn(words, folded, path.name)
                self.assertEqual(len(list(self.folder.glob("report-*.tmp*"))), 0)

    def evaluation_of(self, workspace):
        return self.succeed("evaluate", workspace, "--json").out

    def check_exchange(self):
        before = self.evaluation_of(self.workspace)
        ratings, evidence = self.folder / "ratings.csv", self.folder / "evidence.csv"
        self.succeed("ratings", self.workspace, "export", ratings)
        self.succeed("evidence", self.workspace, "export", evidence)
        self.assertEqual(ratings.read_text("utf-8").split("\n")[0],
                         "indicator,rater,stage,value,outcome,reason,because,confidence,checks")
        self.assertEqual(evidence.read_text("utf-8").split("\n")[0],
                         "indicator,source,page,quote,occurrence,stance,level,note,by,state,decided_by,because")
        second = self.new_workspace("second.jenjang")
        self.succeed("add", second, self.document)
        for verb, path in (("ratings", ratings), ("evidence", evidence)):
            self.succeed(verb, second, "import", path)
        self.assertEqual(self.evaluation_of(second), before)
        for verb, path in (("ratings", ratings), ("evidence", evidence)):
            run = self.succeed(verb, second, "import", path)  # once more: nothing new
            self.assertIn("0 imported", run.err)
            again = self.folder / "again.csv"
            self.succeed(verb, second, "export", again)
            self.assertEqual(digest(again), digest(path), verb)
        self.assertEqual(self.evaluation_of(second), before)

    def check_backup(self):
        before = self.evaluation_of(self.workspace)
        backup, restored = self.folder / "backup.jenjang", self.folder / "restored.jenjang"
        original = digest(self.workspace)
        self.succeed("backup", self.workspace, backup)
        self.assertEqual(digest(self.workspace), original)
        self.succeed("verify", self.workspace)
        self.succeed("verify", backup)
        self.refuse(harness.CONFLICT, "backup", self.workspace, backup)
        self.succeed("restore", backup, restored)
        self.succeed("verify", restored)
        self.assertEqual(self.evaluation_of(restored), before)
        self.assertEqual(self.evaluation_of(self.workspace), before)
        self.refuse(harness.CONFLICT, "restore", backup, restored)
        self.refuse(harness.ABSENT, "restore", self.folder / "absent.jenjang", self.folder / "x.jenjang")


@needs_shared
class AllDocumentsTest(harness.EndToEndTest):
    def test_a_folder_of_documents_is_filed_once(self):
        workspace = self.new_workspace(model="spbe-2020")
        program = self.program_beside({"jenjang-extract": harness.REAL}, "no-ocr")  # which would take minutes
        run = self.succeed("add", workspace, SHARED / "documents", program=program)
        self.assertEqual(run.out, "")
        for scan in SCANS:
            self.assertIn(f"{scan} is a scan without text", run.err)
        filed = self.succeed("sources", workspace, "--json").out
        sources = {source["code"]: source for source in json.loads(filed)}
        self.assertEqual({code: source["pages"] for code, source in sources.items()}, PAGES)
        for code, source in sources.items():
            self.assertEqual(source["state"], "needs_ocr" if code in SCANS else "readable", code)
            self.assertEqual(source["digest"], digest(SHARED / "documents" / f"{code}.pdf"))
        for scan in SCANS:  # every page of a scan is noted
            self.assertEqual(sources[scan]["pages_without_text"], [*range(1, PAGES[scan] + 1)])
            self.assertEqual(sources[scan]["problems"][-1]["id"], "reading.ocr_unavailable")
        before = harness.contents(workspace)
        again = self.succeed("add", workspace, SHARED / "documents")
        self.assertIn("0 sources filed, 0 files refused", again.err)
        self.assertEqual(self.succeed("sources", workspace, "--json").out, filed)
        self.assertTrue(harness.contents(workspace) == before)
        run = self.refuse(harness.INVALID, "cite", workspace, "--indicator", "I01", "--source", "permenko-4-2023-scan",
                          "--page", "1", "--quote", "Menteri")
        self.assertIn("scan", run.err)
        self.succeed("verify", workspace)


if __name__ == "__main__":
    harness.main()
