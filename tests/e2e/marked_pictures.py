"""Measures the marks of a drawn page: how much of its ink lies under them, and how much of them is ink."""

import struct
import zlib

SHADES = 128  # of the palette: the second half is marked paper


def unfilter(kind, line, above):
    """A row of a PNG with one byte a pixel, as its filter left it."""
    for i, byte in enumerate(line):
        left = line[i - 1] if i else 0
        corner = above[i - 1] if i else 0
        if kind == 4:
            guess = left + above[i] - corner
            nearest = min((abs(guess - value), order, value) for order, value in enumerate((left, above[i], corner)))[2]
        else:
            nearest = (0, left, above[i], (left + above[i]) // 2)[kind]
        line[i] = (byte + nearest) & 255
    return line


def read_png(path):
    """Width, and the rows of places in the palette."""
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    place, packed = 8, b""
    while place < len(data):
        size, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"IHDR":
            width, height, depth, color = struct.unpack_from(">IIBB", data, place + 8)
            assert (depth, color) == (8, 3)
        if kind == b"IDAT":
            packed += data[place + 8:place + 8 + size]
        place += size + 12
    raw = zlib.decompress(packed)
    rows, above = [], bytearray(width)
    for row in range(height):
        begin = row * (width + 1)
        above = unfilter(raw[begin], bytearray(raw[begin + 1:begin + 1 + width]), above)
        rows.append(above)
    return width, rows


def measure(path):
    """The share of the page's ink that is marked, and the share of the marked paper that is ink."""
    _, rows = read_png(path)
    ink = marked = both = 0
    for row in rows:
        for pixel in row:
            is_ink, is_marked = pixel % SHADES < SHADES // 2, pixel >= SHADES
            ink += is_ink
            marked += is_marked
            both += is_ink and is_marked
    return both / max(1, ink), both / max(1, marked)
