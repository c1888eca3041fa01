"""Projects of qualitative analysis: out, back in, from strangers, and files that are none."""

import io
import json
import re
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
                       ("source_unreadable", "rusak.pdf", "internal://r.pdf"), ("code_free", "suasana", "1"),
                       ("words_none", "kosong", ""), ("selection_without_coding", "lepas", ""),
                       ("coding_of_whole", "Wawancara 1.docx", "S01")):
            self.assertIn(wanted, found)
        for one in done["deviations"]:
            self.assertNotIn("⟦", one["sentence"])
        shown = self.succeed("qda", "import", workspace, file, lang="id")
        self.assertIn("suasana", shown.out)
        self.assertIn("0 kutipan diusulkan, 1 tidak berubah", shown.err)
        self.succeed("verify", workspace)

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
        self.succeed("qda", "export", "contoh/kominfo.jenjang", "a.qdpx")
        with zipfile.ZipFile(self.folder / "a.qdpx") as archive:
            archive.extract("project.qde", self.folder)
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", SHARED / "interop/refi-qda-project.xsd",
                               self.folder / "project.qde"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        workspace = self.new_workspace()
        report = self.bring_in(workspace, SHARED / "interop/atlas-ti-8.4.qdpx")
        self.assertEqual((report["sources"], report["citations"]), ([], 0))
        kinds = {}
        for one in report["deviations"]:
            kinds[one["what"]] = kinds.get(one["what"], 0) + 1
        self.assertEqual(kinds, {"project_name": 1, "media_missing": 23, "media_elsewhere": 3, "guid_twice": 2,
                                 "source_without_words": 13, "selections_of_media": 2, "code_free": 14, "note": 2,
                                 "link": 1, "set": 16, "graph": 1})


if __name__ == "__main__":
    harness.main()
