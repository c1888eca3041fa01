"""Files that attack their reader: bombs, entities, names that lead elsewhere, lies about types, programs inside, picture bombs.
Each ends in a sentence, within two seconds of processor time and 64 MiB, and the workspace holds what it held."""

import json
import os
import urllib.request
import zipfile

import harness
import hostile_archives
import hostile_documents
import small_documents
from harness import INVALID
from hostile import HostileTest, Listener
from hostile_documents import CANARY, PLACE


def refused(cases):
    return [case for case in cases if case[2] is not None]


def filed(cases):
    return [(name, content, name.rsplit(".", 1)[1], None) for name, content, word in cases if word is None]


class ArchivesTest(HostileTest):
    """Zip bombs, XML entities and names of entries."""

    def test_bombs(self):
        cases = hostile_archives.bombs()
        self.assertGreaterEqual(len(cases), 40)
        self.check_refused(refused(cases))

    def test_what_is_packed_beside_the_document_is_not_unpacked(self):
        self.check_filed(filed(hostile_archives.bombs()))

    def test_entities(self):
        secret = self.folder / "rahasia.txt"
        secret.write_text(CANARY, "utf-8")
        with Listener() as listener:
            cases = list(hostile_archives.entities(secret, listener.address))
            self.assertGreaterEqual(len(cases), 30)
            self.check_refused(cases)
            self.assertEqual(listener.calls, 0)
            with self.assertRaises(OSError):  # the listener's own control: it hears whoever asks
                urllib.request.urlopen(listener.address, timeout=5)
            self.assertEqual(listener.calls, 1)

    def test_entities_in_what_describes_a_file(self):
        secret = self.folder / "rahasia.txt"
        secret.write_text(CANARY, "utf-8")
        with Listener() as listener:
            self.check_filed(list(hostile_documents.described_files(hostile_archives.declarations(secret, listener.address))))
            self.assertEqual(listener.calls, 0)
        self.assertEqual(self.stored("SELECT code FROM sources WHERE title LIKE '%haha%'"), [])
        self.assertNotIn(CANARY.encode(), self.succeed("sources", self.workspace, "--json").raw_out)

    def test_names_of_entries(self):
        cases = list(hostile_archives.archive_names())
        self.check_refused(refused(cases))

    def test_odd_names_of_entries_do_no_harm(self):
        self.check_filed(filed(hostile_archives.archive_names()))

    def test_twins_are_named(self):
        parts = small_documents.docx_parts()
        twin = hostile_archives.with_entries("docx", hostile_archives.entry("Word/Document.XML", parts["word/document.xml"]))
        self.check_filed([("kembar.docx", twin, "docx", "reading.twin_parts")])

    def test_without_an_attack_the_same_files_are_filed(self):
        """The negative control of all of these: each format's parts as they are, written by the same hand."""
        whole = [(f"utuh.{kind}", hostile_archives.archive(hostile_archives.entries_of(kind)), kind, None)
                 for kind in small_documents.OFFICE]
        some = hostile_archives.with_entries("docx", *(hostile_archives.entry(f"{i}", "") for i in range(1_900)),
                                             hostile_archives.bomb("word/nol.bin", 10))
        self.check_filed([*whole, ("banyak.docx", some, "docx", None)])


class NamesTest(HostileTest):
    """Names of files are shown and kept as data; they are never obeyed."""

    NAMES = ["a\nRefused b.txt", "a\r\nb.txt", "a\tb.txt", "\x1b[31mmerah.txt", "\x9b31m.txt", "laporan\u202efdp.txt", "\u2066x.txt", "a\u2028b.txt",
             "A.txt", "a.txt", "é.txt", "e\u0301.txt", "ﬁ.txt", "{file}.txt", "%s%n.txt", "⟦x⟧.txt", "<script>alert(1)<", "\"'`$(id)`.txt",
             "'; DROP TABLE sources; --.txt", "=cmd|'x'!A1.txt", "+1.txt", "@x.txt", "-rf.txt", "--lang.txt", "C:\\x.txt", "a\\..\\..\\b.txt", "%2e%2e%2fb.txt",
             "CON.txt", "nul", "a .txt", "a..txt", "x" * 251 + ".txt", "漢" * 83 + ".txt", "😀.txt", "\u200b.txt", "\xad.txt"]
    SPOILT = [b"\xff\xfe.txt", b"\xc0\xaf.txt", b"a\x80b.txt"]

    def test_names_of_files(self):
        count = len(self.NAMES) + len(self.SPOILT) + len(hostile_archives.BAD_NAMES) + len(hostile_archives.ODD_NAMES)
        self.assertGreaterEqual(count, 60)
        for number, name in enumerate([*(name.encode() for name in self.NAMES), *self.SPOILT]):
            with open(os.path.join(os.fsencode(self.folder_in), name), "wb") as file:
                file.write(b"Surat nomor %d berlaku bagi bidang %d.\n" % (number, number * 7))
        count = len(self.NAMES) + len(self.SPOILT)
        run = self.add_all("en")
        self.assertEqual(run.code, 0, str(run))
        lines = run.err.splitlines()
        self.assertEqual(len([line for line in lines if ": filed as " in line]), count, str(run))
        self.check_shown(run.err)
        sources = json.loads(self.succeed("sources", self.workspace, "--json").out)
        self.assertEqual(len({source["code"] for source in sources}), count)
        for source in sources:
            self.check_shown(source["code"])
            self.assertNotIn("\n", source["code"])
            self.assertNotIn("/", source["code"])
        for words in (("sources",), ("search", "surat"), ("report", "--format", "md"), ("report", "--format", "html")):
            verb, *rest = words
            self.check_shown(self.succeed(verb, self.workspace, *rest).out)
        report = self.succeed("report", self.workspace, "--format", "html").out
        self.assertNotIn("<script>alert(1)", report)
        self.succeed("verify", self.workspace)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["masuk", "w.jenjang"])

    def check_shown(self, text):
        """Nothing that a terminal would obey, and nothing that turns the direction of writing."""
        found = [hex(ord(one)) for one in text
                 if (ord(one) < 32 and one not in "\n\t") or 0x7F <= ord(one) < 0xA0 or one in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"]
        self.assertEqual(found, [])

    def test_words_of_documents_are_not_obeyed_by_the_terminal(self):
        words = "Katalog&#27;[31m&#x9b;31m&#7;data&#8238; berlaku"
        title = {"docProps/core.xml": '<c:p xmlns:c="c"><c:title>Ju&#27;[2Jdul</c:title></c:p>'}
        self.check_filed([("esc.docx", small_documents.office("docx", title, words=words), "docx", None),
                          ("esc.txt", b"Katalog \xc2\x9b31m data yang berlaku", "plain_text", None)])
        for words in (("search", "katalog"), ("page", "--source", "esc"), ("sources", "--source", "esc"), ("report", "--format", "md")):
            self.check_shown(self.succeed(words[0], self.workspace, *words[1:]).out)

    def test_links_that_lead_out_of_a_folder_are_not_followed(self):
        (self.folder / "rahasia.txt").write_text(f"{CANARY} milik orang lain\n", "utf-8")
        (self.folder_in / "asli.txt").write_text("Surat ini berlaku.\n", "utf-8")
        (self.folder_in / "luar.txt").symlink_to("../rahasia.txt")
        (self.folder_in / "dalam.txt").symlink_to("asli.txt")
        (self.folder_in / "map").symlink_to(self.folder)
        run = self.add_all("en")
        self.assertEqual(run.code, INVALID, str(run))
        self.assertIn("outside the folder", self.sentences(run, ["luar.txt"])["luar.txt"])
        self.assertEqual([row for row, in self.stored("SELECT code FROM sources")], ["asli"])
        self.succeed("add", self.workspace, self.folder_in / "luar.txt")  # named by a person, it is meant


class ActiveContentTest(HostileTest):
    """A file is what its bytes are; programs inside are named and not run, and nothing is fetched."""

    def test_polyglots_and_wrong_names(self):
        cases = [*hostile_documents.polyglots(), *hostile_documents.wrong_names()]
        formats = {"pdf", "png", "tiff", "html", "docx", "xlsx", "plain_text"}
        self.check_filed([(*case, None) for case in cases if case[2] in formats])
        self.assertNotIn(CANARY, self.all_text(without="svg"))

    def test_polyglots_and_programs_are_refused(self):
        formats = {"pdf", "png", "tiff", "html", "docx", "xlsx", "plain_text"}
        self.check_refused([case for case in [*hostile_documents.polyglots(), *hostile_documents.wrong_names()] if case[2] not in formats])

    def test_programs_inside_are_named_and_nothing_is_fetched(self):
        with Listener() as listener:
            address = listener.address
            cases = [*hostile_documents.active_pdfs(), *hostile_documents.outward_pdfs(address), *hostile_documents.active_html(address),
                     *hostile_documents.macros(), *hostile_documents.outward_office(address)]
            lies = len([*hostile_documents.polyglots(), *hostile_documents.wrong_names()])
            self.assertGreaterEqual(len(cases) + lies, 60)
            self.check_filed(cases)
            self.assertNotIn(CANARY, self.all_text())
            report = self.succeed("report", self.workspace, "--format", "html").out
            self.assertNotIn(CANARY, report)
            self.assertEqual(listener.calls, 0)

    def all_text(self, without=None):
        """All words that were filed, but those of sources whose code begins so."""
        texts = []
        for source in json.loads(self.succeed("sources", self.workspace, "--json").out):
            if without is None or not source["code"].startswith(without):
                page = ["--page", "1"] if source["pages"] else []
                texts.append(self.succeed("page", self.workspace, "--source", source["code"], *page, "--json").out)
        return "\n".join(texts)


class PicturesTest(HostileTest):
    """Pictures too large to unpack are refused by their heads; where a photo was taken stays in the photo."""

    def test_picture_bombs(self):
        cases = list(hostile_documents.picture_bombs())
        self.assertGreaterEqual(len(cases), 20)
        self.check_refused(cases)

    def test_the_place_of_a_photo_is_shown_nowhere(self):
        head = small_documents.segment(0xE1, b"Exif\0\0" + hostile_documents.exif())
        photo = (harness.READING_SAMPLES / "photo.jpg").read_bytes()
        pictures = {"foto.jpg": photo[:2] + head + photo[2:],
                    "foto.png": small_documents.png(more=small_documents.chunk(b"eXIf", hostile_documents.exif()))}
        self.check_filed([(name, content, {"jpg": "jpeg"}.get(name[-3:], name[-3:]), None) for name, content in pictures.items()])
        self.succeed("report", self.workspace, "--format", "html", "-o", "laporan.html")
        self.succeed("report", self.workspace, "--format", "md", "-o", "laporan.md")
        self.succeed("qda", "export", self.workspace, "bersama.qdpx")
        self.succeed("page", self.workspace, "--source", "foto", "--page", "1", "--picture", "halaman.png")
        shown = self.succeed("sources", self.workspace, "--json").raw_out
        for name in ("laporan.html", "laporan.md", "bersama.qdpx", "halaman.png"):
            shown += (self.folder / name).read_bytes()
        with zipfile.ZipFile(self.folder / "bersama.qdpx") as parts:
            shown += b"".join(parts.read(name) for name in parts.namelist())
        self.assertNotIn(PLACE, shown)
        self.assertIn(PLACE, (self.folder_in / "foto.jpg").read_bytes())


if __name__ == "__main__":
    harness.main()
