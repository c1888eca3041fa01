"""Files that are cut off or locked, in every format that is read: refused with a sentence, or read as far as they go and said so."""

import contextlib
import dataclasses
import json
import shutil
import sqlite3

import harness
import hostile_archives
import small_documents
from harness import INVALID, OK, READING_SAMPLES
from hostile import HostileTest

SEEDS = harness.REPOSITORY / "tests" / "fuzz" / "seeds"
PARTS = {"10": 0.1, "50": 0.5, "90": 0.9}
LOCKED_MANIFEST = ('<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml" m:media-type="text/xml"><m:encryption-data/>'
                   "</m:file-entry></m:manifest>")


def cuts(data):
    """The beginnings of a file by what is left: parts of a hundred, and all but the last ten bytes."""
    return {**{name: data[:int(len(data) * part)] for name, part in PARTS.items()}, "ekor": data[:-10]}


def all_cuts(originals):
    return {f"{stem}-{part}{ending}": (stem, content) for (stem, ending), data in originals.items() for part, content in cuts(data).items()}


class CutTest(HostileTest):
    """Adds the cut files in one call and knows what became of each."""

    def add_cut(self, originals):
        """By file name: the sentence, and the sources that were filed of it."""
        for stem, ending in originals:
            (self.folder_in / f"utuh-{stem}{ending}").write_bytes(originals[(stem, ending)])
        whole = self.add_all("en")
        self.assertEqual(whole.code, OK, str(whole))
        for path in self.folder_in.iterdir():
            path.unlink()
        files = all_cuts(originals)
        self.lay_out([(name, content) for name, (_, content) in files.items()])
        self.measure(list(files))
        run = self.add_all("en")
        self.assertIn(run.code, (OK, INVALID), str(run))
        self.succeed("verify", self.workspace)
        lines = {name: [line for line in run.err.splitlines() if f"masuk/{name}:" in line] for name in files}
        for name, found in lines.items():
            self.assertTrue(found, f"{name}\n{run}")
        return lines, files

    def sources_of(self, name):
        """Code, format, text and problems of what was filed of a file."""
        with contextlib.closing(sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True)) as database:
            codes = [code for code, in database.execute("SELECT code FROM sources WHERE file_name = ? ORDER BY code", [name])]
        return [self.listed()[code] for code in codes]

    def listed(self):
        if not hasattr(self, "list_of_sources"):
            sources = json.loads(self.succeed("sources", self.workspace, "--json").out)
            self.list_of_sources = {source["code"]: source for source in sources}
        return self.list_of_sources

    def words(self, source):
        page = ["--page", "1"] if source["pages"] else []
        return json.loads(self.succeed("page", self.workspace, "--source", source["code"], *page, "--json").out)["text"].split()


class DocumentsTest(CutTest):
    def test_archives_are_refused(self):
        """The directory of an archive is its end: without it nothing is read."""
        originals = {(kind, "." + kind): small_documents.office(kind) for kind in small_documents.OFFICE}
        for name in ("policy.odt", "inventory.xlsx", "inventory.ods", "slides.pptx", "slides.odp"):
            stem, ending = name.rsplit(".", 1)
            originals[(f"{stem}-{ending}", "." + ending)] = (READING_SAMPLES / name).read_bytes()
        self.check_refused([(name, content, "damaged") for name, (_, content) in all_cuts(originals).items()])

    def test_pdfs_and_pictures_are_refused_or_said_to_be_cut(self):
        originals = {(path.stem.replace("-", ""), path.suffix): path.read_bytes() for path in
                     (READING_SAMPLES / name for name in ("two-pages.pdf", "notice.png", "photo.jpg", "two-pages.tiff"))}
        lines, _ = self.add_cut(originals)
        for name, (line, *_) in lines.items():
            with self.subTest(name):
                if line.startswith("Refused "):
                    self.assertIn("damaged or cut off", line)
                    continue
                problems = {one["id"] for source in self.sources_of(name) for one in source["problems"]}
                self.assertTrue(problems & {"reading.cut_short", "reading.ocr_damaged", "reading.page_damaged"}, f"{line} {problems}")

    def test_texts_are_read_as_far_as_they_go(self):
        samples = {("laman", ".html"): (READING_SAMPLES / "policy.html").read_bytes(), ("catatan", ".md"): (READING_SAMPLES / "report.md").read_bytes(),
                   ("utf8", ".txt"): "“Kebijakan” — kafé “data” — berlaku “€” bagi – semua".encode() * 20,
                   ("tanda", ".txt"): (READING_SAMPLES / "utf8-with-mark.txt").read_bytes(),
                   ("utf16", ".txt"): (READING_SAMPLES / "utf16-little-endian.txt").read_bytes(),
                   ("jendela", ".txt"): (READING_SAMPLES / "windows-1252.txt").read_bytes()}
        lines, _ = self.add_cut(samples)
        wholes = {stem: self.words(self.sources_of(f"utuh-{stem}{ending}")[0]) for stem, ending in samples}
        for name, (line, *_) in lines.items():
            with self.subTest(name):
                if line.startswith("Refused "):
                    self.assertIn("empty", line)
                    continue
                source = self.sources_of(name)[0]
                *words, last = self.words(source)
                whole = wholes[name.split("-")[0]]
                self.assertEqual(words, whole[:len(words)])
                self.assertTrue(whole[len(words)].startswith(last), (last, whole[len(words)]))

    def test_a_character_that_is_cut_is_said(self):
        self.check_filed([("utf8.txt", "Kebijakan “data”".encode()[:-1], "plain_text", "reading.cut_short"),
                          ("utf16.txt", "\ufeffKebijakan data".encode("utf-16-le")[:-1], "plain_text", "reading.cut_short")])


class RecordsTest(CutTest):
    """Bibliographies and observations: what is whole is as it was; what is cut is refused or said."""

    def test_bibliographies(self):
        originals = {("bibtex", ".bib"): (SEEDS / "references" / "bibtex.bib").read_bytes(), ("ris", ".ris"): (SEEDS / "references" / "ris.ris").read_bytes(),
                     ("csl", ".json"): (SEEDS / "references" / "csl.json").read_bytes()}
        self.check_records(originals, {"references.no_end"})

    def test_observations(self):
        originals = {("yaml", ".yaml"): (SEEDS / "observations" / "list.yaml").read_bytes(), ("tabel", ".csv"): (SEEDS / "observations" / "table.csv").read_bytes(),
                     ("kobo", ".json"): (SEEDS / "observations" / "kobo.json").read_bytes()}
        self.check_records(originals, set())

    def check_records(self, originals, told):
        """Refused, or each record but the last is one of the whole file, and the last is one's beginning."""
        lines, files = self.add_cut(originals)
        for name, found in lines.items():
            with self.subTest(name):
                if name.endswith(".json"):
                    self.assertIn("Not valid JSON", found[0])
                if found[0].startswith("Refused "):
                    self.assertEqual(len(found), 1, found)
                    continue
                self.check_beginning(name, files[name][0], told)

    def check_beginning(self, name, stem, told):
        whole = [" ".join(self.words(source)) for code, source in self.listed().items() if source in self.sources_of(f"utuh-{stem}.{name.rsplit('.')[1]}")]
        for source in self.sources_of(name):
            words = " ".join(self.words(source))
            problems = {one["id"] for one in source["problems"]}
            if words not in whole and not problems & told:
                self.assertTrue([text for text in whole if text.startswith(words)] or source["format"] == "plain_text", (words, whole))

    def test_tables_of_evidence_and_ratings(self):
        head = "indicator,rater,stage,value,because\n"
        table = head + "".join(f'S{i:02},A,self,2,"karena {i}"\n' for i in range(1, 9))
        for part, content in cuts(table.encode()).items():
            with self.subTest(part):
                (self.folder / "n.csv").write_bytes(content)
                before = self.state()
                run = self.run_program("ratings", self.workspace, "import", "n.csv")
                self.assertIn(run.code, (OK, INVALID), str(run))
                if run.code == INVALID:
                    self.assertTrue(self.state() == before)


class OthersTest(CutTest):
    """What other verbs read: projects, workbooks of ratings, models."""

    def test_projects(self):
        self.succeed("demo", self.folder / "contoh")
        self.succeed("qda", "export", self.folder / "contoh" / "kominfo.jenjang", self.folder / "p.qdpx")
        whole = (self.folder / "p.qdpx").read_bytes()
        for part, content in cuts(whole).items():
            with self.subTest(part):
                (self.folder / "cut.qdpx").write_bytes(content)
                self.check(INVALID, ["cut.qdpx"], "qda", "import", self.workspace, "cut.qdpx")
        self.succeed("qda", "import", self.workspace, "p.qdpx")

    def test_workbooks_of_ratings(self):
        for name in ("inventory.xlsx", "inventory.ods"):
            for part, content in cuts((READING_SAMPLES / name).read_bytes()).items():
                with self.subTest(name + part):
                    (self.folder / name).write_bytes(content)
                    self.check(INVALID, [name], "ratings", self.workspace, "import", name)

    def test_models(self):
        for file in ("model.yaml", "dimensions/aplikasi.yaml"):
            model = self.folder / "somm"
            shutil.copytree(harness.REPOSITORY / "models" / "somm", model)
            path = model / file if (model / file).is_file() else sorted(model.glob("dimensions/*.yaml"))[0]
            whole = path.read_bytes()
            for part, content in cuts(whole).items():
                with self.subTest(f"{file} {part}"):
                    path.write_bytes(content)
                    run = self.run_program("model", "check", model)
                    self.assertEqual(run.code, INVALID, str(run))
                    self.assertIn(path.name, run.out + run.err)
            shutil.rmtree(model)


class LockedTest(CutTest):
    def test_locked_files_of_every_format(self):
        """By the format's own lock, or by the archive's: a copy without a password is asked for."""
        cases = [("pdf.pdf", (READING_SAMPLES / "encrypted.pdf").read_bytes(), "password")]
        for kind in small_documents.OFFICE:
            entries = [dataclasses.replace(one, flags=0x801) for one in hostile_archives.entries_of(kind)]
            cases.append((f"arsip.{kind}", hostile_archives.archive(entries), "password"))
        for kind in ("odt", "ods", "odp"):
            cases.append((f"naskah.{kind}", small_documents.office(kind, {"META-INF/manifest.xml": LOCKED_MANIFEST}), "password"))
        ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
        stream = "EncryptedPackage".encode("utf-16-le").ljust(64, b"\0") + bytes([34, 0])
        cases += [(f"kunci.{kind}", ole + stream + kind.encode(), "password") for kind in ("docx", "xlsx", "pptx")]
        self.check_refused(cases)

    def test_locked_projects_and_workbooks(self):
        entries = [dataclasses.replace(one, flags=0x801) for one in hostile_archives.entries_of("xlsx")]
        (self.folder / "nilai.xlsx").write_bytes(hostile_archives.archive(entries))
        self.check(INVALID, ["nilai.xlsx"], "ratings", self.workspace, "import", "nilai.xlsx")
        project = dataclasses.replace(hostile_archives.entry("project.qde", "<Project/>"), flags=0x801)
        (self.folder / "p.qdpx").write_bytes(hostile_archives.archive([project]))
        self.check(INVALID, ["project.qde"], "qda", "import", self.workspace, "p.qdpx")


if __name__ == "__main__":
    harness.main()
