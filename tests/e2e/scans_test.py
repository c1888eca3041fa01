"""Scans and photos of paper: read by OCR, shown with their confidence, and kept where OCR fails."""

import json
import os
import re
import select
import shutil
import signal
import struct
import subprocess
import zlib

import harness
from harness import ABSENT, INVALID, READING_SAMPLES, REAL, environment

QUOTE = "KABUPATEN TIRTA KENCANA"


class ScansTest(harness.WorkspaceTest):
    def sources(self):
        return {one["code"]: one for one in json.loads(self.succeed("sources", self.workspace, "--json").out)}

    def page(self, source, page):
        return json.loads(self.succeed("page", self.workspace, "--source", source, "--page", page, "--json").out)

    def test_what_a_scan_says_is_found_cited_and_reported_with_its_confidence(self):
        run = self.add_samples("scan-bad-layer.pdf")
        self.assertRegex(run.err, r"1 page was read by OCR, mean confidence 9\d %")
        source = self.sources()["scan-bad-layer"]
        self.assertEqual((source["state"], source["problems"], source["pages_without_text"]), ("readable", [], []))
        (reading,) = source["ocr"]
        self.assertEqual((reading["page"], reading["canonical"], reading["languages"]), (1, "ocr", "ind"))
        self.assertGreater(reading["known_share"], reading["layer_known_share"] + 0.3)
        self.assertRegex(self.succeed("sources", self.workspace).out, r"1 \(9\d\s%\)")
        note = r"OCR, confidence 9\d %"
        self.assertRegex(self.succeed("search", self.workspace, "tirta", "kencana").out, rf"p\. 1 \({note}\)")
        self.assertIsNotNone(json.loads(self.succeed("search", self.workspace, "kencana", "--json").out)[0]["ocr"])
        run = self.succeed("cite", self.workspace, "--indicator", "S01", "--source", "scan-bad-layer", "--page", 1,
                           "--quote", QUOTE)
        self.assertRegex(run.err, note)
        self.succeed("rate", self.workspace, "--indicator", "S01", "--rater", "A", "--value", "3")
        self.succeed("evidence", self.workspace, "accept", "E1", "--by", "A")
        self.assertRegex(self.succeed("report", self.workspace, "--format", "md").out, note)
        self.succeed("verify", self.workspace)

    def test_both_layers_can_be_read(self):
        self.add_samples("scan-bad-layer.pdf")
        where = ["page", self.workspace, "--source", "scan-bad-layer", "--page", 1]
        run = self.succeed(*where)
        self.assertIn("PERATURAN BUPATI", run.out)
        self.assertRegex(run.err, r"OCR \d\d+ %, the document's text layer \d\d %")
        self.assertIn("PERATIIRAN BIIPATI", self.succeed(*where, "--other-layer").out)
        shown = self.succeed("sources", self.workspace, "--source", "scan-bad-layer").out
        self.assertRegex(shown, r"1\s+OCR\s+ind\s+9\d %\s+\d\d+ %\s+\d\d %")
        (self.folder / "notes.txt").write_text("Isi.\n", "utf-8")
        self.succeed("add", self.workspace, "notes.txt")
        self.assertEqual(self.succeed("page", self.workspace, "--source", "notes").out, "Isi.\n\n")
        self.refuse(ABSENT, "page", self.workspace, "--source", "notes", "--other-layer")
        self.refuse(ABSENT, "page", self.workspace, "--source", "notes", "--page", 2)
        self.refuse(ABSENT, "page", self.workspace, "--source", "absent")

    def test_the_boxes_of_a_quote_lie_on_its_words(self):
        """The picture is 150 dots an inch: its black pixels are known, and so must be the box's place."""
        self.add_samples("photo.jpg")
        page = self.page("photo", 1)
        words = {page["text"][begin - page["begin"]:end - page["begin"]]: box for begin, end, *box in page["words"]}
        left, top, right, bottom = words["MEMUTUSKAN:"]
        self.assertAlmostEqual(page["width"] / page["height"], 1240 / 560, places=2)  # upright as the camera says
        self.assertAlmostEqual((left + right) / 2 / page["width"], 0.5, delta=0.02)
        self.assertLess(bottom - top, page["height"] / 20)
        self.assertLess(words["Keamanan"][3], top)

    def test_pages_of_a_tiff_are_pages(self):
        self.add_samples("two-pages.tiff")
        source = self.sources()["two-pages"]
        self.assertEqual((source["format"], source["pages"], len(source["ocr"])), ("tiff", 2, 2))
        self.assertIn("PENYELENGGARAAN KANTOR CERDAS", self.page("two-pages", 2)["text"])

    def test_without_ocr_the_document_is_kept_and_says_what_to_install(self):
        program = self.program_beside({"jenjang-extract": REAL}, "no-ocr")
        run = self.add_samples("notice.png", "scan-bad-layer.pdf", program=program)
        self.assertIn("jenjang-ocr was not found", run.err)
        sources = self.sources()
        self.assertEqual(sources["notice"]["state"], "needs_ocr")
        self.assertEqual(sources["notice"]["pages_without_text"], [1])
        self.assertEqual(sources["scan-bad-layer"]["state"], "readable")
        self.assertIn("PERATIIRAN", self.page("scan-bad-layer", 1)["text"])
        no_language = self.program_beside({"jenjang-extract": REAL, "jenjang-ocr": "exit 4"}, "no-language")
        self.assertIn("Install tesseract-ocr-ind", self.add_samples("two-pages.tiff", program=no_language).err)

    def test_a_page_that_cannot_be_read_is_named_and_the_others_stay(self):
        real = harness.PROGRAM.parent / "jenjang-ocr"
        script = f"[ $1 = 1 ] && kill -SEGV $$; exec '{real}' \"$@\""
        program = self.program_beside({"jenjang-extract": REAL, "jenjang-ocr": script}, "first-page-crashes")
        run = self.add_samples("two-pages.tiff", program=program)
        self.assertIn("stopped at page 1 (signal 11)", run.err)
        source = self.sources()["two-pages"]
        self.assertEqual((source["state"], source["pages_without_text"]), ("readable", [1]))
        self.assertEqual([one["page"] for one in source["ocr"]], [2])

    def test_an_interruption_ends_the_helpers_and_files_nothing(self):
        before = harness.contents(self.workspace)
        started = self.folder / "started"
        os.mkfifo(started)
        os.mkfifo(self.folder / "never")
        program = self.program_beside(
            {"jenjang-extract": REAL, "jenjang-ocr": f"echo $$ > '{started}'; exec cat '{self.folder}/never'"}, "waits")
        shutil.copy(READING_SAMPLES / "notice.png", self.folder)
        child = subprocess.Popen([program, "add", self.workspace, "notice.png"], cwd=self.folder,
                                 env=environment(self.folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(child.kill)
        with open(started, encoding="utf-8") as pipe:
            helper = os.pidfd_open(int(re.match(r"\d+", pipe.readline())[0]))
        self.addCleanup(os.close, helper)
        child.send_signal(signal.SIGINT)
        self.assertEqual(child.wait(harness.SECONDS_MAX), -signal.SIGINT)
        ended, _, _ = select.select([helper], [], [], harness.SECONDS_MAX / 4)
        self.assertTrue(ended, "the helper lives on")
        self.succeed("verify", self.workspace)
        self.assertTrue(harness.contents(self.workspace) == before)


def png_claiming(width, height):
    """A whole PNG of one row whose head claims other measures."""
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(101))) + chunk(b"IEND", b"")


class BadPicturesTest(harness.WorkspaceTest):
    """Each gets a clear sentence, and nothing else suffers."""

    def sources(self):
        return {one["code"]: one for one in json.loads(self.succeed("sources", self.workspace, "--json").out)}

    def test_bombs_are_refused_by_their_heads(self):
        for width, height in ((60000, 60000), (1 << 30, 1), (8000, 8000)):
            (self.folder / "bomb.png").write_bytes(png_claiming(width, height))
            run = self.refuse(INVALID, "add", self.workspace, "bomb.png")
            self.assertIn("bomb.png is too large for one picture (at most 60 million pixels a page)", run.err)
        self.assertEqual(self.sources(), {})

    def test_a_picture_whose_head_lies_is_kept_and_named(self):
        (self.folder / "liar.png").write_bytes(png_claiming(2000, 3000))
        run = self.succeed("add", self.workspace, "liar.png")
        self.assertIn("picture of page 1 is damaged or cut off", run.err)
        self.assertEqual(self.sources()["liar"]["state"], "needs_ocr")

    def test_torn_pictures_are_refused_or_kept_with_what_is_wrong(self):
        """Cut in half, the head stands: what is left is kept. Cut in the head, there is no picture."""
        for name in ("notice.png", "photo.jpg", "two-pages.tiff"):
            whole = (READING_SAMPLES / name).read_bytes()
            (self.folder / ("half-" + name)).write_bytes(whole[:len(whole) // 2])
            (self.folder / ("head-" + name)).write_bytes(whole[:20])
            self.refuse(INVALID, "add", self.workspace, "head-" + name)
        self.assertIn("cut off", self.refuse(INVALID, "add", self.workspace, "head-photo.jpg").err)
        run = self.succeed("add", self.workspace, "half-notice.png", "half-photo.jpg")
        self.assertEqual(run.err.count("The end of the file is missing"), 2, str(run))
        self.assertIn("half-notice: The picture of page 1 is damaged or cut off", run.err)
        (reading,) = self.sources()["half-photo"]["ocr"]  # its upper half is there
        self.assertEqual(reading["canonical"], "ocr")
        # A TIFF keeps its directory at the end as often as not: then half of it is no picture.
        run = self.run_program("add", self.workspace, "half-two-pages.tiff")
        self.assertIn("damaged or cut off", run.err)

    def test_a_page_without_an_answer_in_time_is_named(self):
        (self.folder / "notice.png").write_bytes((READING_SAMPLES / "notice.png").read_bytes())
        program = self.program_beside({"jenjang-extract": REAL, "jenjang-ocr": "kill -XCPU $$"}, "slow")
        run = self.succeed("add", self.workspace, "notice.png", program=program)
        self.assertIn("Page 1 was not read by OCR within 30 seconds", run.err)
        self.assertEqual(self.sources()["notice"]["pages_without_text"], [1])
        shown = self.succeed("sources", self.workspace, "--source", "notice")
        self.assertIn("within 30 seconds", shown.err)


if __name__ == "__main__":
    harness.main()
