"""A page's picture with the words of quotes marked: every mark lies on its words, however the page is turned."""

import harness
from harness import ABSENT, INVALID
from marked_pictures import measure


def make_pdf(path, rotate, crop):
    """One page of 400 by 300 points with three words on it."""
    content = b"BT /F1 20 Tf 70 150 Td (Kebijakan keamanan informasi) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 300] /CropBox [{crop}] /Rotate {rotate} /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))
    path.write_bytes(out)


class PagePicturesTest(harness.WorkspaceTest):
    def draw(self, source, *words):
        picture = self.folder / f"{source}.png"
        run = self.succeed("page", self.workspace, "--source", source, "--page", 1, "--picture", picture, *words)
        return picture, run

    def test_marks_lie_on_their_words_however_the_page_is_turned_or_cropped(self):
        cases = [(rotate, crop) for rotate in (0, 90, 180, 270) for crop in ("0 0 400 300", "60 40 390 280")]
        for number, (rotate, crop) in enumerate(cases):
            make_pdf(self.folder / f"p{number}.pdf", rotate, crop)
        self.succeed("add", self.workspace, *(f"p{number}.pdf" for number in range(len(cases))))
        for number, case in enumerate(cases):
            with self.subTest(case):
                ink, tight = measure(self.draw(f"p{number}", "--quote", "Kebijakan keamanan informasi")[0])
                self.assertGreater(ink, 0.97)
                self.assertGreater(tight, 0.1)
                ink, tight = measure(self.draw(f"p{number}", "--quote", "keamanan")[0])
                self.assertTrue(0.2 < ink < 0.45, ink)
                self.assertGreater(tight, 0.1)

    def test_citations_of_scans_and_photos_are_marked_where_they_stand(self):
        self.add_samples("scan-bad-layer.pdf", "photo.jpg")
        picture, run = self.draw("scan-bad-layer")
        self.assertIn("0 quotes marked", run.err)
        self.assertEqual(measure(picture)[0], 0)
        for source, quote in (("scan-bad-layer", "PERATURAN BUPATI"), ("photo", "MEMUTUSKAN:")):
            self.succeed("cite", self.workspace, "--indicator", "S01", "--source", source, "--page", 1, "--quote", quote)
            picture, run = self.draw(source)
            self.assertIn("1 quote marked", run.err)
            ink, tight = measure(picture)
            self.assertTrue(0 < ink < 0.3, ink)
            self.assertGreater(tight, 0.1, source)
        self.succeed("evidence", self.workspace, "reject", "E1", "--by", "A", "--because", "keliru")
        self.assertIn("0 quotes marked", self.draw("scan-bad-layer")[1].err)

    def test_what_cannot_be_drawn_is_said_and_leaves_no_file(self):
        (self.folder / "notes.txt").write_text("Isi.\n", "utf-8")
        self.add_samples("two-pages.pdf")
        self.succeed("add", self.workspace, "notes.txt")
        picture = self.folder / "no.png"
        page = ["page", self.workspace, "--picture", picture]
        self.assertIn("no pages on paper", self.refuse(INVALID, *page, "--source", "notes").err)
        self.refuse(ABSENT, *page, "--source", "absent", "--page", 1)
        self.refuse(ABSENT, *page, "--source", "two-pages", "--page", 3)
        self.refuse(ABSENT, *page, "--source", "two-pages", "--page", 1, "--quote", "tidak ada di sini")
        for name, script in (("crash", "kill -SEGV $$"), ("lie", "echo '<html>'"), ("fail", "exit 3")):
            program = self.program_with_extractor(script, name)
            run = self.refuse(INVALID, *page, "--source", "two-pages", "--page", 1, program=program)
            self.assertIn("Page 1 of two-pages.pdf cannot be drawn", run.err)
        self.assertFalse(picture.exists())


if __name__ == "__main__":
    harness.main()
