#!/usr/bin/env python3
"""Draws the pages of quotes with the stored boxes of their words: what `jenjang page --json` says, put on paper.

usage: draw_quotes.py WORKSPACE DOCUMENTS OUT [JENJANG]
Every citation of the workspace whose source is a PDF in the folder DOCUMENTS becomes OUT/<id>.png.
"""

import json
import pathlib
import struct
import subprocess
import sys
import zlib

DOTS_AN_INCH = 100


def ask(jenjang, *words):
    return json.loads(subprocess.run([jenjang, *map(str, words), "--json"], check=True, capture_output=True).stdout)


def draw_page(pdf, page):
    """The page as rows of RGB bytes."""
    done = subprocess.run(["pdftoppm", "-r", str(DOTS_AN_INCH), "-f", str(page), "-l", str(page), str(pdf)], check=True,
                          capture_output=True).stdout
    kind, size, most, pixels = done.split(b"\n", 3)
    assert (kind, most) == (b"P6", b"255")
    width, height = map(int, size.split())
    return width, [bytearray(pixels[row * width * 3:(row + 1) * width * 3]) for row in range(height)]


def highlight(rows, width, box):
    """Paints a box in yellow; what is dark stays dark."""
    left, top, right, bottom = (round(length * DOTS_AN_INCH / 72) for length in box)
    for row in rows[max(0, top):max(0, bottom)]:
        for column in range(max(0, left), min(width, right)):
            row[column * 3 + 2] = row[column * 3 + 2] // 3


def write_png(path, width, rows):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    picture = zlib.compress(b"".join(b"\0" + row for row in rows))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", picture) + chunk(b"IEND", b""))


def main(workspace, documents, out, jenjang="jenjang"):
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for cited in ask(jenjang, "evidence", workspace, "list"):
        pdf = pathlib.Path(documents) / f"{cited['source']}.pdf"
        if cited["page"] is None or not pdf.is_file():
            continue
        page = ask(jenjang, "page", workspace, "--source", cited["source"], "--page", cited["page"])
        width, rows = draw_page(pdf, cited["page"])
        boxes = [box for begin, end, *box in page["words"] if begin < cited["end"] and end > cited["begin"]]
        for box in boxes:
            highlight(rows, width, box)
        write_png(out / f"{cited['id']}.png", width, rows)
        print(f"{cited['id']}: {len(boxes)} words on page {cited['page']} of {cited['source']}")


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(*sys.argv[1:])
