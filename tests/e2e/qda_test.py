"""Projects of qualitative analysis: out, back in, from strangers, and files that are none."""

import io
import json
import re
import sqlite3
import subprocess
import zipfile

import harness
from harness import ABSENT, INVALID, READING_SAMPLES, SHARED, USAGE, contents, needs_shared, read_rows

GUID = "00000000-0000-4000-8000-{:012}".format

FOREIGN = f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Asing" origin="Lain 1.0">
 <Users><User guid="{GUID(1)}" name="Budi"/></Users>
 <CodeBook><Codes>
  <Code guid="{GUID(10)}" name="s1: strategi" isCodable="true"/>
  <Code guid="{GUID(11)}" name="suasana" isCodable="true"/>
 </Codes></CodeBook>
 <Sources>
  <TextSource guid="{GUID(20)}" name="Wawancara 1.docx" plainTextPath="internal://w.txt">
   <PlainTextSelection guid="{GUID(30)}" name="kutipan" startPosition="15" endPosition="29">
    <Description>penting</Description>
    <Coding guid="{GUID(40)}" creatingUser="{GUID(1)}" creationDateTime="2026-03-27T17:46:39.5Z"><CodeRef targetGUID="{GUID(10)}"/></Coding>
    <Coding guid="{GUID(41)}" creatingUser="{GUID(1)}"><CodeRef targetGUID="{GUID(11)}"/></Coding>
   </PlainTextSelection>
   <PlainTextSelection guid="{GUID(31)}" name="kosong" startPosition="3" endPosition="3">
    <Coding guid="{GUID(42)}"><CodeRef targetGUID="{GUID(10)}"/></Coding>
   </PlainTextSelection>
   <PlainTextSelection guid="{GUID(32)}" name="lepas" startPosition="0" endPosition="5"/>
   <Coding guid="{GUID(43)}"><CodeRef targetGUID="{GUID(10)}"/></Coding>
  </TextSource>
  <PDFSource guid="{GUID(21)}" name="rusak.pdf" path="internal://r.pdf"/>
 </Sources>
</Project>"""
WORDS = "\ufeffBaris satu\r\nRe\u0301nja ditetapkan\r\noleh bupati.\r\n"


def make_archive(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


class QdaTest(harness.EndToEndTest):
    def write(self, name, data):
        (self.folder / name).write_bytes(data)
        return self.folder / name

    def bring_in(self, workspace, file, *words):
        return json.loads(self.succeed("qda", "import", workspace, file, "--json", *words).out)

    def citations(self, workspace):
        self.succeed("evidence", workspace, "export", "bukti.csv")
        return read_rows((self.folder / "bukti.csv").read_text("utf-8"))

    def codings(self, workspace):
        """What stands under free codes: code, source, range, person, stance, strength, memo."""
        listed = json.loads(self.succeed("codes", workspace, "codings", "--json").out)
        with sqlite3.connect(f"file:{workspace}?mode=ro&immutable=1", uri=True) as database:
            ranges = {row[0]: row[1:] for row in database.execute("SELECT id, range_begin, range_end FROM codings")}
        database.close()
        return sorted(((one["code"], one["source"], ranges[one["id"]], one["by"], one["stance"], one["strength"],
                        one["memo"]) for one in listed), key=repr)

    def places(self, project):
        """Every place of a selection in a project: code points of texts, and areas of PDFs in points from the bottom left."""
        with zipfile.ZipFile(self.folder / project) as archive:
            text = archive.read("project.qde").decode("utf-8")
        return sorted(re.findall(r'(?:startPosition|endPosition|page|firstX|firstY|secondX|secondY)="\d+"', selection)
                      for selection in re.findall(r"<(?:PlainText|PDF)Selection [^>]*>", text))

    def test_what_goes_out_comes_back(self):
        self.succeed("demo", "contoh")
        workspace = self.folder / "contoh/kominfo.jenjang"
        before = contents(workspace)
        self.succeed("qda", "export", workspace, "a.qdpx")
        self.succeed("qda", "export", workspace, "b.qdpx", lang="id")
        self.assertEqual((self.folder / "a.qdpx").read_bytes(), (self.folder / "b.qdpx").read_bytes())
        self.assertEqual(contents(workspace), before)
        again = self.bring_in(workspace, "a.qdpx")
        self.assertEqual((again["sources"], again["citations"], again["unchanged"]), ([], 0, 81))
        self.assertEqual(contents(workspace), before)

        copy = self.new_workspace("salinan.jenjang")
        done = self.bring_in(copy, "a.qdpx")
        self.assertEqual((len(done["sources"]), done["citations"], done["unchanged"]), (16, 81, 0))
        self.assertEqual([(one["what"], one["done"]) for one in done["deviations"]], [("case", "left_out")])
        kept = ("indicator", "source", "page", "quote", "stance", "level", "note", "by")

        def order(rows):
            return sorted([row[name] for name in kept] for row in rows)

        self.assertEqual(order(self.citations(copy)), order(self.citations(workspace)))
        self.assertEqual({row["state"] for row in self.citations(copy)}, {"proposed"})
        self.succeed("verify", copy)

    def test_areas_alone_find_the_words(self):
        self.succeed("demo", "contoh")
        self.succeed("qda", "export", "contoh/kominfo.jenjang", "a.qdpx")
        with zipfile.ZipFile(self.folder / "a.qdpx") as archive:
            files = [(name, archive.read(name)) for name in archive.namelist()]
        project = files[0][1].decode("utf-8")
        bare = re.sub(r"<PlainTextSelection .*?</PlainTextSelection>", "", project, flags=re.DOTALL)
        self.assertNotEqual(bare, project)
        areas = len(re.findall("<PDFSelection ", bare))
        self.assertGreater(areas, 40)
        copy = self.new_workspace("salinan.jenjang")
        done = self.bring_in(copy, self.write("areas.qdpx", make_archive([(files[0][0], bare)] + files[1:])))
        self.assertEqual(done["citations"], areas)
        wanted = [row for row in self.citations(self.folder / "contoh/kominfo.jenjang") if row["page"]]
        found = {(row["indicator"], row["source"], row["page"]): [] for row in wanted}
        for row in self.citations(copy):
            found[row["indicator"], row["source"], row["page"]].append(" ".join(row["quote"].split()))
        for row in wanted:
            quotes = found[row["indicator"], row["source"], row["page"]]
            self.assertTrue(any(" ".join(row["quote"].split()) in quote for quote in quotes), (row, quotes))

    def test_a_file_of_strangers(self):
        workspace = self.new_workspace()
        file = self.write("asing.qdpx", make_archive(
            [("Asing.QDE", FOREIGN), ("Sources/W.TXT", WORDS.encode("utf-8")), ("Sources/r.pdf", b"%PDF-1.4 rusak")]))
        done = self.bring_in(workspace, file, "--by", "Asesor A")
        self.assertEqual((done["sources"], done["citations"]), (["Wawancara 1"], 1))
        row, = self.citations(workspace)
        self.assertEqual((row["indicator"], row["source"], row["quote"], row["by"], row["note"], row["state"]),
                         ("S01", "Wawancara 1", "nja ditetapkan", "Budi", "penting", "proposed"))
        found = {(one["what"], one["where"], one["detail"]) for one in done["deviations"]}
        for wanted in (("project_name", "Asing.QDE", "project.qde"), ("folder_name", "Sources/", "sources/"),
                       ("byte_order_mark", "TextSource Wawancara 1.docx", ""),
                       ("carriage_return", "TextSource Wawancara 1.docx", ""),
                       ("source_unreadable", "rusak.pdf", "internal://r.pdf"),
                       ("words_none", "kosong", ""), ("selection_without_coding", "lepas", ""),
                       ("coding_of_whole", "Wawancara 1.docx", "S01")):
            self.assertIn(wanted, found)
        for one in done["deviations"]:
            self.assertNotIn("⟦", one["sentence"])
        self.assertEqual((done["codes"], done["codings"]), (1, 1))
        self.assertEqual(self.codings(workspace), [("suasana", "Wawancara 1", (13, 27), "Budi", None, None, "penting")])
        shown = self.succeed("qda", "import", workspace, file, lang="id")
        self.assertIn("lepas", shown.out)
        self.assertIn("0 kutipan diusulkan, 0 kode bebas dibuat, 0 pengodean ditambahkan, 2 tidak berubah", shown.err)
        self.succeed("verify", workspace)

    def test_free_codes_go_out_and_come_back(self):
        self.succeed("demo", "contoh")
        workspace = self.folder / "contoh/kominfo.jenjang"
        row = next(row for row in self.citations(workspace) if row["page"])
        words = row["quote"].split()
        place = ["--source", row["source"], "--page", row["page"]]

        def code(name, quote, by, *more):
            self.succeed("code", workspace, "--code", name, *place, "--quote", quote, "--by", by, *more)

        for name, title, under in (("anggaran", "Anggaran", "G"), ("kendala", "S01 kendala", "S01"), ("uang", "Uang", ""),
                                   ("kosong", "Kosong", "")):
            self.succeed("codes", workspace, "add", name, "--name", title, "--under", under, "--memo", "memo " + name)
        code("anggaran", row["quote"], "Ani", "--stance", "contradicts", "--strength", "weak", "--memo", "dua\nbaris")
        code("kendala", " ".join(words[:6]), "Budi", "--memo", "inti")
        code("uang", " ".join(words[2:8]), "Ani")
        code("uang", row["quote"], "Cici")
        self.succeed("codes", workspace, "move", "K3", "--to", "kendala")
        self.succeed("codes", workspace, "merge", "uang", "--into", "anggaran", "--because", "sama")
        self.succeed("codes", workspace, "rename", "anggaran", "--name", "Belanja")
        self.succeed("qda", "export", workspace, "a.qdpx")

        copy = self.new_workspace("salinan.jenjang")
        done = self.bring_in(copy, "a.qdpx", "--by", "Dedi")
        self.assertEqual((done["codes"], done["codings"]), (3, 4))
        self.assertEqual(self.codings(copy), self.codings(workspace))
        self.assertEqual({one[0] for one in self.codings(copy)}, {"anggaran", "kendala"})
        codes = json.loads(self.succeed("codes", copy, "list", "--json").out)
        self.assertEqual(sorted((one["code"], one["name"], one["under"], one["memo"]) for one in codes),
                         [("anggaran", "Belanja", "G", "memo anggaran"), ("kendala", "S01 kendala", "S01", "memo kendala"),
                          ("kosong", "Kosong", None, "memo kosong")])
        self.succeed("qda", "export", copy, "b.qdpx")
        self.assertEqual(self.places("b.qdpx"), self.places("a.qdpx"))
        self.assertGreater(len([one for one in self.places("a.qdpx") if len(one) == 5]), 40)
        third = self.new_workspace("ketiga.jenjang")
        self.bring_in(third, "b.qdpx")
        self.assertEqual(self.codings(third), self.codings(workspace))

        before = contents(workspace)
        again = self.bring_in(workspace, "a.qdpx")
        self.assertEqual((again["codes"], again["codings"], again["unchanged"]), (0, 0, 85))
        self.assertEqual(contents(workspace), before)
        # What was renamed, merged and moved here since is still the same.
        self.succeed("codes", copy, "rename", "kendala", "--name", "Hambatan")
        self.succeed("codes", copy, "merge", "anggaran", "--into", "kosong", "--because", "sama")
        self.succeed("codes", copy, "move", "K1", "--to", "kendala")
        before = contents(copy)
        again = self.bring_in(copy, "a.qdpx")
        self.assertEqual((again["codes"], again["codings"], again["unchanged"]), (0, 0, 85))
        self.assertEqual(contents(copy), before)
        code("anggaran", " ".join(words[1:5]), "Evi")
        self.succeed("qda", "export", workspace, "c.qdpx")
        self.assertEqual(self.bring_in(copy, "c.qdpx")["codings"], 1)
        self.assertEqual([one[0] for one in self.codings(copy) if one[3] == "Evi"], ["kosong"])
        self.succeed("verify", copy)

    def test_undo_takes_a_project_back_as_a_whole(self):
        workspace = self.new_workspace()
        file = self.write("asing.qdpx", make_archive([("project.qde", FOREIGN), ("sources/w.txt", WORDS.encode("utf-8"))]))
        self.bring_in(workspace, file, "--by", "Dedi")
        self.refuse(harness.ABSENT, "undo", workspace, "--by", "Budi")
        self.succeed("code", workspace, "--code", "suasana", "--source", "Wawancara 1", "--quote", "bupati", "--by", "Ani")
        self.assertIn("Ani", self.refuse(harness.CONFLICT, "undo", workspace, "--by", "Dedi").err)
        self.succeed("undo", workspace, "--by", "Ani")
        self.succeed("undo", workspace, "--by", "Dedi")
        self.assertEqual(self.codings(workspace), [])
        self.assertEqual(self.succeed("codes", workspace, "list", "--json").out.strip(), "[]")
        self.assertEqual([row["state"] for row in self.citations(workspace)], ["rejected"])
        again = self.bring_in(workspace, file, "--by", "Dedi")
        self.assertEqual((again["citations"], again["codes"], again["codings"], again["unchanged"]), (1, 1, 1, 0))
        self.succeed("verify", workspace)

    def test_nested_codes_keep_their_path_and_clashing_words_get_a_number(self):
        nested = FOREIGN.replace(f'<Code guid="{GUID(11)}" name="suasana" isCodable="true"/>', f"""
          <Code guid="{GUID(12)}" name="Kantor" isCodable="false"><Code guid="{GUID(11)}" name="suasana" isCodable="true"
            color="#F00082"/></Code>
          <Code guid="{GUID(13)}" name="map" isCodable="false"/><Code guid="{GUID(14)}" name="K7" isCodable="true"/>""")
        workspace = self.new_workspace()
        self.succeed("codes", workspace, "add", "kantor-suasana", "--name", "Lain sekali")
        file = self.write("x.qdpx", make_archive([("project.qde", nested), ("sources/w.txt", WORDS.encode("utf-8"))]))
        done = self.bring_in(workspace, file, "--by", "Dedi")
        found = {(one["what"], one["where"], one["detail"], one["done"]) for one in done["deviations"]}
        self.assertLessEqual({("code_nested", "suasana", "Kantor::suasana", "in_name"), ("code_folder", "map", "", "left_out"),
                              ("code_colors", "", "1", "left_out")}, found)
        codes = json.loads(self.succeed("codes", workspace, "list", "--json").out)
        self.assertEqual([(one["code"], one["name"], one["codings"]) for one in codes],
                         [("kantor-suasana", "Lain sekali", 0), ("kantor-suasana-2", "Kantor::suasana", 1),
                          ("kode-k7", "K7", 0)])
        again = self.bring_in(workspace, file, "--by", "Dedi")
        self.assertEqual((again["codes"], again["codings"], again["unchanged"]), (0, 0, 2))

    def test_the_case_of_the_organisation_is_no_finding_where_both_say_the_same(self):
        self.succeed("demo", "contoh")
        workspace = self.folder / "contoh/kominfo.jenjang"
        self.succeed("qda", "export", workspace, "a.qdpx")
        self.assertEqual(self.bring_in(workspace, "a.qdpx")["deviations"], [])
        self.succeed("rate", workspace, "--indicator", "S01", "--value", "1", "--stage", "final", "--rater", "Ketua")
        done, = self.bring_in(workspace, "a.qdpx")["deviations"]
        self.assertEqual(done["what"], "case_differs")
        self.assertRegex(done["detail"], r"\AS01 \d\Z")

    def test_a_bad_file_leaves_the_workspace_as_it_was(self):
        workspace = self.new_workspace()
        before = contents(workspace)
        good = make_archive([("project.qde", FOREIGN), ("sources/w.txt", WORDS), ("sources/r.pdf", b"%PDF-1.4")])
        entities = FOREIGN.replace("<Project", "<!DOCTYPE Project [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><Project", 1)
        for data, said in (
                (b"", "archive"),
                (b"PK\x03\x04", "archive"),
                (good[: len(good) // 2], "archive"),
                (make_archive([("catatan.txt", "x")]), "*.qde"),
                (make_archive([("a.qde", FOREIGN), ("b.qde", FOREIGN)]), "two project files"),
                (make_archive([("a.qde", FOREIGN), ("../../etc/passwd", "x")]), "etc/passwd"),
                (make_archive([("a.qde", entities)]), "DOCTYPE"),
                (make_archive([("a.qde", FOREIGN[:-20])]), "XML"),
                (make_archive([("a.qde", "<CodeBook/>")]), "<CodeBook>"),
                (make_archive([("a.qde", FOREIGN), ("sources/w.txt", " " * 40_000_000)]), "w.txt")):
            run = self.refuse(INVALID, "qda", "import", workspace, self.write("x.qdpx", data))
            self.assertIn(said, run.err)
        self.refuse(ABSENT, "qda", "import", workspace, "tiada.qdpx")
        self.refuse(ABSENT, "qda", "export", "tiada.jenjang", "x.qdpx")
        self.refuse(USAGE, "qda", "merge", workspace, "x.qdpx")
        self.assertEqual(contents(workspace), before)

    def test_a_failure_in_the_middle_leaves_nothing(self):
        workspace = self.new_workspace()
        before = contents(workspace)
        pdf = next(READING_SAMPLES.rglob("*.pdf"), None) or next(harness.EXAMPLE.rglob("*.pdf"))
        file = self.write("x.qdpx", make_archive(
            [("project.qde", FOREIGN), ("sources/w.txt", WORDS), ("sources/r.pdf", pdf.read_bytes())]))
        broken = self.program_with_extractor("exit 7")
        run = self.run_program("qda", "import", workspace, file, program=broken)
        self.assertEqual(run.code, harness.UNAVAILABLE, str(run))
        self.assertEqual(contents(workspace), before)

    @needs_shared
    def test_the_project_is_valid_and_one_of_atlas_ti_is_reported(self):
        self.succeed("demo", "contoh")
        office = self.folder / "contoh/kominfo.jenjang"
        self.succeed("codes", office, "add", "uang", "--name", "Uang", "--under", "S01", "--memo", "memo")
        row = next(row for row in self.citations(office) if row["page"])
        self.succeed("code", office, "--code", "uang", "--source", row["source"], "--page", row["page"], "--quote", row["quote"])
        self.succeed("qda", "export", office, "a.qdpx")
        with zipfile.ZipFile(self.folder / "a.qdpx") as archive:
            archive.extract("project.qde", self.folder)
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", SHARED / "interop/refi-qda-project.xsd",
                               self.folder / "project.qde"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        workspace = self.new_workspace()
        report = self.bring_in(workspace, SHARED / "interop/atlas-ti-8.4.qdpx")
        self.assertEqual((report["sources"], report["citations"], report["codes"], report["codings"]), ([], 0, 14, 0))
        codes = {one["name"]: one for one in json.loads(self.succeed("codes", workspace, "list", "--json").out)}
        self.assertEqual(codes["Coke::full-fat Coke"]["code"], "coke-full-fat-coke")
        self.assertEqual(codes["Coke"]["memo"], "the breakfast of champions")
        self.assertEqual(self.bring_in(workspace, SHARED / "interop/atlas-ti-8.4.qdpx")["codes"], 0)
        kinds = {}
        for one in report["deviations"]:
            kinds[one["what"]] = kinds.get(one["what"], 0) + 1
        self.assertEqual(kinds, {"project_name": 1, "media_missing": 23, "media_elsewhere": 3, "guid_twice": 2,
                                 "source_without_words": 13, "selections_of_media": 2, "code_colors": 1, "note": 2,
                                 "link": 1, "set": 16, "graph": 1})


if __name__ == "__main__":
    harness.main()
