"""The smallest good document of every format that is read, to be bent by the tests of bad ones."""

import io
import struct
import zipfile
import zlib

WORDS = "Katalog data berlaku bagi semua bidang."
PACKAGE_TYPES = '<Types xmlns="t"><Override PartName="/{part}" ContentType="application/vnd.{type}+xml"/></Types>'
PACKAGE = '<Relationships xmlns="r"><Relationship Id="1" Type="http://x/officeDocument" Target="{part}"/>{more}</Relationships>'


def pack(parts):
    """An archive of these parts, a mapping of name to content."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def package(part, content_type, parts, more=""):
    """The parts of an OOXML file whose main part is `part`."""
    return {"[Content_Types].xml": PACKAGE_TYPES.format(part=part, type=content_type),
            "_rels/.rels": PACKAGE.format(part=part, more=more), **parts}


def docx_parts(words=WORDS, content_type="openxmlformats-officedocument.wordprocessingml.document.main"):
    body = f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>'
    core = '<Relationship Id="2" Type="http://x/core-properties" Target="docProps/core.xml"/>'
    return package("word/document.xml", content_type, {
        "word/document.xml": body, "docProps/core.xml": '<c:p xmlns:c="c"><c:title>Katalog</c:title></c:p>',
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="1" Type="http://x/styles" Target="styles.xml"/>'
                                        '<Relationship Id="2" Type="http://x/numbering" Target="numbering.xml"/></Relationships>',
        "word/styles.xml": '<w:styles xmlns:w="w"/>', "word/numbering.xml": '<w:numbering xmlns:w="w"/>'}, core)


def xlsx_parts(words=WORDS, content_type="openxmlformats-officedocument.spreadsheetml.sheet.main"):
    return package("xl/workbook.xml", content_type, {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="Nilai" sheetId="1" r:id="1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>'
            '<Relationship Id="2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml":
            '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
        "xl/sharedStrings.xml": f"<sst><si><t>{words}</t></si></sst>"})


def pptx_parts(words=WORDS, content_type="openxmlformats-officedocument.presentationml.presentation.main"):
    shape = ('<p:sp><p:nvSpPr><p:cNvPr id="2" name="Isi"/><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r><a:t>'
             f"{words}</a:t></a:r></a:p></p:txBody></p:sp>")
    return package("ppt/presentation.xml", content_type, {
        "ppt/presentation.xml":
            '<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst><p:sldId id="256" r:id="1"/></p:sldIdLst></p:presentation>',
        "ppt/_rels/presentation.xml.rels":
            '<Relationships><Relationship Id="1" Type="http://x/slide" Target="slides/slide1.xml"/></Relationships>',
        "ppt/slides/slide1.xml":
            f'<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>{shape}</p:spTree></p:cSld></p:sld>'})


def open_document_parts(kind, body):
    """The parts of an OpenDocument file: text, spreadsheet or presentation."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    return {"mimetype": media,
            "content.xml": f'<o:document-content xmlns:o="o" xmlns:t="t" xmlns:b="b" xmlns:d="d"><o:body><o:{kind}>{body}'
                           f"</o:{kind}></o:body></o:document-content>",
            "styles.xml": '<o:document-styles xmlns:o="o"/>',
            "meta.xml": '<o:document-meta xmlns:o="o" xmlns:dc="dc"><o:meta><dc:title>Katalog</dc:title></o:meta></o:document-meta>',
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="m"><m:file-entry m:full-path="/" m:media-type="{media}"/></m:manifest>'}


def odt_parts(words=WORDS):
    return open_document_parts("text", f"<t:p>{words}</t:p>")


def ods_parts(words=WORDS):
    return open_document_parts("spreadsheet", '<b:table b:name="Nilai"><b:table-row><b:table-cell o:value-type="string">'
                                              f"<t:p>{words}</t:p></b:table-cell></b:table-row></b:table>")


def odp_parts(words=WORDS):
    return open_document_parts("presentation", f'<d:page d:name="1"><d:frame><d:text-box><t:p>{words}</t:p></d:text-box></d:frame></d:page>')


# Format: its parts, the main one, and one that is read beside it.
OFFICE = {"docx": (docx_parts, "word/document.xml", "docProps/core.xml"),
          "xlsx": (xlsx_parts, "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"),
          "pptx": (pptx_parts, "ppt/slides/slide1.xml", "ppt/presentation.xml"),
          "odt": (odt_parts, "content.xml", "meta.xml"),
          "ods": (ods_parts, "content.xml", "styles.xml"),
          "odp": (odp_parts, "content.xml", "styles.xml")}


def office(kind, replaced=None, **options):
    """An office file of this format, with these parts in place of or beside its own."""
    return pack({**OFFICE[kind][0](**options), **(replaced or {})})


def pdf(words=WORDS, catalog="", objects=(), page=""):
    """A PDF of one page; `catalog` and `page` go into those objects, further ones are numbered from 6."""
    drawing = f"BT /F 12 Tf 20 100 Td ({words}) Tj ET"
    bodies = [f"<</Type/Catalog/Pages 2 0 R{catalog}>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
              f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>{page}>>",
              f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
              *objects]
    written, places = "%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{written}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer\n<</Root 1 0 R/Size {len(bodies) + 1}>>\n"
            f"startxref\n{len(written)}\n%%EOF\n").encode("latin-1")


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width=40, height=30, more=b"", pixels=None):
    """A grey picture; `more` are chunks before the pixels, `pixels` stand in for what the size asks for."""
    rows = zlib.compress((b"\0" + b"\xff" * width) * height) if pixels is None else pixels
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + more
            + chunk(b"IDAT", rows) + chunk(b"IEND", b""))


def tiff(pages=1, width=40, height=30, more=(), tail=b"", next_of_last=0):
    """A white picture in black and white on so many pages; `more` are further entries of each directory."""
    row = (width + 7) // 8
    strip = b"\0" * min(row * height, 4096)
    entries = sorted([(256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 1), (259, 3, 1, 1), (262, 3, 1, 0),
                      (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, len(strip)), *more])
    size = 2 + 12 * len(entries) + 4
    first = 8 + len(strip)
    written = bytearray(b"II*\0" + struct.pack("<I", first) + strip)
    for page in range(pages):
        last = page + 1 == pages
        written += struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
        written += struct.pack("<I", next_of_last if last else first + size * (page + 1))
    return bytes(written) + tail


def jpeg_frame(width, height, progressive=False, more=b""):
    """The head of a JPEG of this size; no pixels follow. `more` are segments before it."""
    frame = struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)
    return (b"\xff\xd8" + more + segment(0xC2 if progressive else 0xC0, frame) + segment(0xDA, b"\x01\x01\x00\x00\x3f\x00")
            + b"\0\xff\xd9")


def segment(kind, data):
    return struct.pack(">BBH", 0xFF, kind, len(data) + 2) + data
