"""Documents that lie about their type, or would act: polyglots, scripts, macros, parts of elsewhere; and what each is filed as."""

import struct

from small_documents import OFFICE, WORDS, chunk, docx_parts, jpeg_frame, office, pdf, png, pptx_parts, segment, tiff, xlsx_parts

CANARY = "CanaryOfAScript"
SCRIPT = f"app.alert('{CANARY}')"
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
JFIF = b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")


def html(more="", head=""):
    return f"<!DOCTYPE html><html><head><title>Katalog</title>{head}</head><body><p>{WORDS}</p>{more}</body></html>".encode()


def svg(more):
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{WORDS}</text>{more}</svg>'.encode()


def polyglots():
    """Two documents in one. What a PDF and an archive say depends on who opens them: neither is read."""
    for kind in OFFICE:
        yield f"pdf-{kind}.pdf", pdf() + office(kind), "PDF and an archive"
    for kind in ("docx", "xlsx", "odt"):
        yield f"{kind}-pdf.{kind}", b"%PDF-1.7\n" + office(kind), "PDF and an archive"
    yield "komentar.pdf", pdf() + office("docx")[:-2] + struct.pack("<H", 5) + b"%%EOF", "PDF and an archive"
    yield "html-di-depan.pdf", b"<html><script>" + CANARY.encode() + b"</script>\n" + pdf(), "pdf"
    yield "html-di-belakang.pdf", pdf() + html(f"<script>{CANARY}</script>"), "pdf"
    yield "gif-zip.gif", GIF + office("docx"), "no document"
    yield "png-zip.png", png() + office("docx"), "png"
    yield "tiff-zip.tiff", tiff() + office("docx"), "tiff"
    yield "html-zip.html", html() + office("docx"), "no document"
    yield "teks-zip.txt", WORDS.encode() + office("docx"), "no document"
    yield "jpeg-pdf.jpg", JFIF + segment(0xFE, b"%PDF-1.7 " + b"x" * 9) + b"\xff\xd9", "damaged"


def wrong_names():
    """A file is what its bytes are, whatever its name says."""
    for ending in ("pdf", "docx", "xlsx", "png", "txt"):
        yield f"laman.{ending}", html(f"<p>{ending}</p><script>{CANARY}</script>"), "html"
        yield f"cetak-{ending}.{ending}", pdf(f"{WORDS} {ending}"), "pdf"
    for ending in ("pdf", "txt", "xlsx", "html"):
        yield f"surat-{ending}.{ending}", office("docx", words=f"{WORDS} {ending}"), "docx"
    yield "tabel.docx", office("xlsx"), "xlsx"
    yield "potret.pdf", png(), "png"
    yield "teks.pdf", WORDS.encode(), "plain_text"
    yield "svg.txt", svg(f"<script>{CANARY}</script>"), "plain_text"
    yield "program.pdf", b"MZ\x90\0" + bytes(600), "no document"
    yield "program.docx", b"\x7fELF\x02\x01\x01" + bytes(600), "no document"
    yield "kilat.pdf", b"CWS\x0a" + bytes(range(256)), "no document"


def active_pdfs():
    """PDFs that would run a script, start a program, or hold another file."""
    script = f"<</S/JavaScript/JS({SCRIPT.replace('(', chr(92) + '(').replace(')', chr(92) + ')')})>>"
    launch = f"<</S/Launch/F({CANARY}.exe)/Win<</F({CANARY}.exe)>>>>"
    file = "<</Type/Filespec/F(isi.exe)/UF(isi.exe)/EF<</F 7 0 R>>>>", f"<</Type/EmbeddedFile/Length 15>>stream\n{CANARY}\nendstream"
    yield "naskah-buka.pdf", pdf(catalog=f"/OpenAction {script}"), "pdf", "reading.scripts"
    yield "naskah-nama.pdf", pdf(catalog=f"/Names<</JavaScript<</Names[(a) {script}]>>>>"), "pdf", "reading.scripts"
    yield "naskah-tutup.pdf", pdf(catalog=f"/AA<</WC {script}>>"), "pdf", "reading.scripts"
    yield "naskah-halaman.pdf", pdf(page=f"/AA<</O {script}>>"), "pdf", "reading.scripts"
    yield "naskah-taut.pdf", pdf(page=f"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A {script}>>]"), "pdf", "reading.scripts"
    yield "jalan-buka.pdf", pdf(catalog=f"/OpenAction {launch}"), "pdf", "reading.scripts"
    yield "jalan-taut.pdf", pdf(page=f"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A {launch}>>]"), "pdf", "reading.scripts"
    yield "berkas.pdf", pdf(catalog="/Names<</EmbeddedFiles<</Names[(isi.exe) 6 0 R]>>>>", objects=file), "pdf", "reading.embedded_files"
    yield "berkas-tempel.pdf", pdf(page="/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 6 0 R>>]", objects=file), "pdf", None


def outward_pdfs(address):
    """PDFs that would ask the network or another file."""
    for name, action in (("laman", f"<</S/URI/URI({address}/uri)>>"), ("kirim", f"<</S/SubmitForm/F({address}/kirim)>>"),
                         ("lain", f"<</S/GoToR/F({address}/a.pdf)/D[0/Fit]>>"), ("muat", f"<</S/ImportData/F({address}/fdf)>>")):
        yield f"ke-{name}.pdf", pdf(catalog=f"/OpenAction {action}"), "pdf", None
    stream = f"<</Type/XObject/Subtype/Image/Width 9/Height 9/F({address}/gambar)/Length 0>>stream\n\nendstream"
    yield "ke-gambar.pdf", pdf(page="/Thumb 6 0 R", objects=(stream,)), "pdf", None


def described_files(declarations):
    """Files whose XMP, which is XML, declares something; no reader of ours asks it anything."""
    for name, (declaration, reference) in declarations.items():
        xmp = f"{declaration}<x:xmpmeta xmlns:x='adobe:ns:meta/'><d>{reference}</d></x:xmpmeta>"
        stream = f"<</Type/Metadata/Subtype/XML/Length {len(xmp)}>>stream\n{xmp}\nendstream"
        yield f"xmp-{name}.pdf", pdf(catalog="/Metadata 6 0 R", objects=(stream,)), "pdf", None
        words = chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp.encode())
        yield f"xmp-{name}.png", png(more=words), "png", None


def active_html(address):
    """HTML whose scripts and frames are no words."""
    for name, more in (("naskah", f"<script>{CANARY}</script>"), ("bingkai", f'<iframe src="{address}/a">{CANARY}</iframe>'),
                       ("benda", f'<object data="{address}/a">{CANARY}</object><embed src="{address}/b">'),
                       ("gambar", f'<img src="{address}/a" onerror="{CANARY}"><svg><script>{CANARY}</script></svg>'),
                       ("tautan", f'<a href="javascript:{CANARY}">x</a><link rel="stylesheet" href="{address}/a.css">'),
                       ("pola", f"<template>{CANARY}</template><noscript>{CANARY}</noscript>")):
        yield f"laman-{name}.html", html(more), "html", None
    yield "laman-alih.html", html(head=f'<meta http-equiv="refresh" content="0;url={address}/a"><base href="{address}/">'), "html", None
    entity = f'<!DOCTYPE html [<!ENTITY a SYSTEM "{address}/a">]><html><body><p>{WORDS}</p><svg><text>&a;</text></svg></body></html>'
    yield "laman-entitas.html", entity.encode(), "html", None


def macros():
    """Office files with programs in them: named, not run. The part may bear any name."""
    word, sheet, slides = "ms-word.{}.macroEnabled", "ms-excel.{}.macroEnabled", "ms-powerpoint.{}.macroEnabled"
    binary = f"Attribute VB_Name = \"{CANARY}\""
    for ending, make, kind, part in (
            ("docm", docx_parts, word.format("document") + ".main", "word/vbaProject.bin"),
            ("dotm", docx_parts, word.format("template") + ".main", "word/vbaProject.bin"),
            ("xlsm", xlsx_parts, sheet.format("sheet") + ".main", "xl/vbaProject.bin"),
            ("xltm", xlsx_parts, sheet.format("template") + ".main", "xl/vbaProject.bin"),
            ("pptm", pptx_parts, slides.format("presentation") + ".main", "ppt/vbaProject.bin"),
            ("ppsm", pptx_parts, slides.format("slideshow") + ".main", "ppt/vbaProject.bin")):
        kind_read = ending[:2].replace("do", "docx").replace("xl", "xlsx").replace("pp", "pptx")
        yield f"makro.{ending}", office(kind_read, {part: binary}, content_type=kind), kind_read, "reading.macros"
    yield "makro.odt", office("odt", {"Basic/Standard/Satu.xml": f"<m>{CANARY}</m>"}), "odt", "reading.macros"
    yield "naskah.ods", office("ods", {"Scripts/python/a.py": CANARY}), "ods", "reading.macros"
    renamed = docx_parts()["[Content_Types].xml"].replace("</Types>", '<Override PartName="/word/gambar.bin" '
                                                          'ContentType="application/vnd.ms-office.vbaProject"/></Types>')
    yield "samaran.docx", office("docx", {"[Content_Types].xml": renamed, "word/gambar.bin": binary}), "docx", "reading.macros"
    yield "makro-lembar.xlsx", office("xlsx", {"xl/macrosheets/sheet1.xml": f"<xm>{CANARY}</xm>"}), "xlsx", "reading.macros"


def outward_office(address):
    """Templates, frames and pictures that lie elsewhere are not fetched."""
    def outside(kind):
        return f'<Relationships><Relationship Id="9" Type="http://x/{kind}" TargetMode="External" Target="{address}/{kind}"/></Relationships>'
    yield "acuan.docx", office("docx", {"word/settings.xml": '<w:settings xmlns:w="w"/>', "word/_rels/settings.xml.rels": outside("attachedTemplate")}), "docx", None
    yield "bingkai.docx", office("docx", {"word/_rels/document.xml.rels": outside("frame")}), "docx", None
    yield "tautan.xlsx", office("xlsx", {"xl/externalLinks/_rels/externalLink1.xml.rels": outside("externalLinkPath")}), "xlsx", None
    yield "gambar.pptx", office("pptx", {"ppt/slides/_rels/slide1.xml.rels": outside("image")}), "pptx", None
    styles = f'<o:document-styles xmlns:o="o" xmlns:x="x"><x:a x:href="{address}/acuan.ott"/></o:document-styles>'
    yield "acuan.odt", office("odt", {"styles.xml": styles}), "odt", None


def exif(entries=((0x8825, 4, 1, 38),)):
    """The head of a photo with a place: a directory of GPS whose reference is a word that can be looked for."""
    count = len(entries)
    written = b"II*\0" + struct.pack("<IH", 8, count) + b"".join(struct.pack("<HHII", *one) for one in entries) + struct.pack("<I", 0)
    written = written.ljust(38, b"\0") + struct.pack("<H", 1) + struct.pack("<HHII", 29, 2, 11, 56) + struct.pack("<I", 0)
    return written.ljust(56, b"\0") + PLACE + b"\0"


PLACE = b"1999:07:13"


def picture_bombs():
    """Pictures whose head asks for more than a page holds, or that never end. None is unpacked."""
    for width, height in ((50_000, 50_000), (65_535, 65_535), (0x7FFFFFFF, 0x7FFFFFFF), (0x7FFFFFFF, 1), (7_746, 7_747)):
        yield f"png-{width}-{height}.png", png(width, height, pixels=b""), "too large for one picture"
        if width <= 65_535:
            word = "damaged" if width > 65_500 else "too large for one picture"  # more than JPEG has
            yield f"jpeg-{width}.jpg", jpeg_frame(width, height), word
            yield f"bertahap-{width}.jpg", jpeg_frame(width, height, progressive=True), word
        yield f"tiff-{width}-{height}.tiff", tiff(1, width, height), "too large for one picture"
    yield "png-nol.png", png(0, 0, pixels=b""), "damaged"
    yield "tiff-ribuan.tiff", tiff(1_001), "too large"
    yield "tiff-lingkar.tiff", tiff(1, 50_000, 50_000, next_of_last=4104), "too large for one picture"
    yield "tiff-puluhan-ribu.tiff", tiff(30_000), "too large"


