"""Archives that are made to hurt their reader: bombs, lying headers, entities, names that lead elsewhere."""

import dataclasses
import functools
import itertools
import struct
import zlib

from small_documents import OFFICE, WORDS, office

MIB = 1 << 20
MAIN = {kind: row[1] for kind, row in OFFICE.items()}
BESIDE = {kind: row[2] for kind, row in OFFICE.items()}


@dataclasses.dataclass
class Entry:
    """An entry as its bytes will say, true or not; what is None follows from the content."""

    name: bytes
    packed: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = 0x800
    attributes: int = 0
    local_name: bytes | None = None
    said_packed: int | None = None
    said_size: int | None = None
    extra: bytes = b""
    at: int | None = None  # the local header that the directory points to; no header is written

    def local(self):
        name = self.name if self.local_name is None else self.local_name
        return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, self.flags, self.method, 0, 0x21, self.crc, len(self.packed), self.size,
                           len(name), 0) + name + self.packed

    def central(self, place):
        packed = len(self.packed) if self.said_packed is None else self.said_packed
        size = self.size if self.said_size is None else self.said_size
        return struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 0x031E, 45, self.flags, self.method, 0, 0x21, self.crc, packed, size,
                           len(self.name), len(self.extra), 0, 0, 0, self.attributes, place) + self.name + self.extra


def entry(name, content, **more):
    """An entry that is what it says."""
    content = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Entry(name.encode() if isinstance(name, str) else name, packed, len(content), zlib.crc32(content), **more)


@functools.cache
def blanks(count):
    """So many MiB of spaces, packed, and their checksum: one block, said again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * MIB) + packer.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(count):
        crc = zlib.crc32(b" " * MIB, crc)
    return block * count + packer.flush(), crc


def bomb(name, mebibytes):
    packed, crc = blanks(mebibytes)
    return Entry(name.encode(), packed, mebibytes * MIB, crc)


def archive(entries, said_count=None, said_place=None):
    """The bytes of an archive, its end record lying where asked to."""
    written, directory = bytearray(), bytearray()
    for one in entries:
        place = len(written) if one.at is None else one.at
        if one.at is None:
            written += one.local()
        directory += one.central(place)
    start, count = len(written), len(entries)
    end = b""
    if count > 0xFFFF:  # the long form of the end record, and where it is
        end = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), start)
        end += struct.pack("<IIQI", 0x07064B50, 0, start + len(directory), 1)
    said = min(count, 0xFFFF) if said_count is None else said_count
    end += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, said, said, len(directory), start if said_place is None else said_place, 0)
    return bytes(written + directory + end)


def entries_of(kind, without=()):
    return [entry(name, content) for name, content in OFFICE[kind][0]().items() if name not in without]


def with_entries(kind, *more, **options):
    """An office file with further entries; one of a name that it has stands in for that."""
    names = {one.name.decode() for one in more if isinstance(one.name, bytes) and one.name.isascii()}
    return archive([*entries_of(kind, names), *more], **options)


def large_bombs():
    """A gigabyte in the part that is read first, and ten mebibytes, far above the ratio, in those beside it."""
    for kind, part in MAIN.items():
        yield f"giga.{kind}", with_entries(kind, bomb(part, 1024)), "unpacks"
    for kind, part in (("docx", "docProps/core.xml"), ("docx", "[Content_Types].xml"), ("docx", "_rels/.rels"),
                       ("docx", "word/numbering.xml"), ("xlsx", "xl/sharedStrings.xml"), ("pptx", "ppt/presentation.xml"),
                       ("odt", "styles.xml"), ("ods", "meta.xml"), ("odp", "mimetype")):
        yield f"ratio-{part.replace('/', '-')}.{kind}", with_entries(kind, bomb(part, 10)), "unpacks"


def overlapping():
    """Entries that share their bytes, wholly or in part, so that little is unpacked to much."""
    for kind in OFFICE:
        head = entry("a.bin", bytes(range(256)) * 200, method=8)
        yield f"sama.{kind}", archive([head, dataclasses.replace(head, name=b"b.bin", local_name=b"a.bin", at=0), *entries_of(kind)]), "attacks"
    body = blanks(8)
    kernel = Entry(b"0", body[0] * 30, 240 * MIB, 0)
    yield "satu-inti.docx", archive([kernel, *(dataclasses.replace(kernel, name=b"%d" % i, at=0) for i in range(1, 250)),
                                     *entries_of("docx")]), "attacks"
    inner = entry("dalam.bin", bytes(range(256)) * 400)
    outer = Entry(b"luar.bin", inner.local(), len(inner.local()), zlib.crc32(inner.local()), method=0)
    yield "kutip.docx", archive([outer, dataclasses.replace(inner, at=30 + len(outer.name)), *entries_of("docx")]), "attacks"
    long = entry("a.bin", bytes(range(256)) * 200)
    long = dataclasses.replace(long, said_packed=1 << 30, said_size=1 << 30)
    yield "panjang.docx", with_entries("docx", long), "attacks"


def many_entries():
    for count in (2_001, 20_000, 100_000):
        yield f"entri-{count}.docx", archive([*entries_of("docx"), *(Entry(b"%d" % i, b"", 0, 0, method=0) for i in range(count))]), "unpacks"
    yield "map-2001.odt", archive([*entries_of("odt"), *(Entry(b"%d/" % i, b"", 0, 0, method=0) for i in range(2_001))]), "unpacks"


def nested():
    """An archive in an archive is a part like any other: it is not unpacked."""
    layer = archive([bomb("nol.bin", 1024)])
    for depth in range(3):
        layer = archive([entry(f"{depth}-{i}.zip", layer) for i in range(10)])
    yield "berlapis.zip", layer, "archive"
    yield "dalam-word.docx", with_entries("docx", entry("word/embeddings/a.docx", office("docx")), entry("word/embeddings/b.zip", layer)), None
    yield "bom-tak-dibaca.odt", with_entries("odt", bomb("Pictures/nol.bin", 1024)), None


def lying():
    """Headers that say what is not so. Each is found out while reading, whatever was said."""
    much = entry("word/document.xml", f'<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{WORDS * 9000}</w:t></w:r></w:p></w:body></w:document>')
    small = entry("word/document.xml", OFFICE["docx"][0]()["word/document.xml"])
    spare = {"word/document.xml": None}
    rest = entries_of("docx", spare)

    def lie(said, **more):
        return archive([*rest, dataclasses.replace(said, **more)])

    yield "terlalu-kecil.docx", lie(much, size=500), "damaged"
    yield "hanya-direktori.docx", lie(much, said_size=500), "damaged"
    yield "nol.docx", lie(much, size=0), "damaged"
    yield "terlalu-besar.docx", lie(small, said_size=4000), "damaged"
    yield "empat-giga.docx", lie(small, said_size=0xFFFFFFFE), "unpacks"
    yield "panjang-64.docx", lie(small, said_size=0xFFFFFFFF, extra=struct.pack("<HHQ", 1, 8, 1 << 63)), "unpacks"
    yield "crc.docx", lie(small, crc=1), "damaged"
    yield "jumlah.docx", archive([*rest, small], said_count=1), "damaged"
    yield "letak.docx", archive([*rest, small], said_place=0x7FFFFFFF), "damaged"


def bombs():
    return list(itertools.chain(large_bombs(), overlapping(), many_entries(), nested(), lying()))


# What a declaration may try: to grow, to read a file, to ask the network.
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'haha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>"
QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'ha' * 20_000}'>]>"


def declarations(secret, address):
    return {"tawa": (LAUGHS, "&a9;"), "kuadrat": (QUADRATIC, "&a;" * 500),
            "berkas": (f"<!DOCTYPE x [<!ENTITY a SYSTEM 'file://{secret}'>]>", "&a;"),
            "jaringan": (f"<!DOCTYPE x [<!ENTITY a PUBLIC 'p' '{address}/entitas'>]>", "&a;"),
            "parameter": (f"<!DOCTYPE x [<!ENTITY % p SYSTEM '{address}/p.dtd'> %p; <!ENTITY a '%p;'>]>", "&a;")}


def bend(part, declaration, reference):
    """A part with this declaration before it and the entity in its first text, or in its end where it has none."""
    at = part.find(WORDS)
    at = part.rindex("<") if at < 0 else at
    return declaration + part[:at] + reference + part[at:]


def entities(secret, address):
    """Every declaration in the part that is read first, and those beside it, of each office format."""
    tried = declarations(secret, address)
    for kind, (parts, main, beside) in OFFICE.items():
        for name in ("tawa", "berkas", "parameter"):
            yield f"{name}.{kind}", office(kind, {main: bend(parts()[main], *tried[name])}), "attacks"
        yield f"jaringan-samping.{kind}", office(kind, {beside: bend(parts()[beside], *tried["jaringan"])}), "attacks"
    for kind, part in (("docx", "[Content_Types].xml"), ("docx", "_rels/.rels"), ("docx", "word/numbering.xml"),
                       ("xlsx", "xl/workbook.xml"), ("odt", "META-INF/manifest.xml"), ("odt", "styles.xml")):
        yield f"kuadrat-{part.replace('/', '-')}.{kind}", office(kind, {part: bend(OFFICE[kind][0]()[part], *tried["kuadrat"])}), "attacks"
    wide = bend(OFFICE["docx"][0]()["word/document.xml"], *tried["berkas"])
    yield "utf16.docx", office("docx", {"word/document.xml": ("\ufeff" + wide).encode("utf-16-le")}), "attacks"


# A name that would lead out of a folder, or be another file on another system.
BAD_NAMES = ["../luar.xml", "a/../../luar.xml", "..\\luar.xml", "a\\..\\..\\luar.xml", "a/..", "..", "/etc/passwd", "//host/share/x",
             "\\\\host\\share\\x", "\\x", "C:\\x.xml", "c:/x.xml", "C:x.xml", "Z:", "a\nb.xml", "a\r\nb.xml", "a\tb.xml", 
             "a\x7fb.xml", "x" * 256, "é" * 128, "a/" * 200 + "x"]
# Odd, but harmless to a reader that writes no file; a name with a NUL ends there for libzip.
ODD_NAMES = ["x" * 255, "CON", "nul.txt", "a. ", " a", "gpj.\u202efdp", "a/./b", "é.xml", "=cmd", "%2e%2e%2fx", "~/.bashrc", "-rf"]


def archive_names():
    for number, name in enumerate(BAD_NAMES):
        yield f"nama-{number:02}.docx", with_entries("docx", entry(name, "x")), "attacks"
    for number, name in enumerate(ODD_NAMES):
        yield f"aneh-{number:02}.docx", with_entries("docx", entry(name, "x")), None
    link = dict(attributes=0o120777 << 16, method=8)
    yield "taut-utama.docx", with_entries("docx", entry("word/document.xml", "/etc/passwd", **link)), "damaged"
    yield "taut-samping.odt", with_entries("odt", entry("Pictures/a.png", "../../../etc/passwd", **link)), None
