#!/usr/bin/env python3
"""Measures reading on real documents: words that OCR reads back right, seconds a page of OCR, pages of text a second.

usage: reading_bench.py PROGRAMS DOCUMENTS [STEP]
PROGRAMS is the folder of jenjang-extract and jenjang-ocr, DOCUMENTS a folder of PDF files. Every STEP-th page (7 unless told)
of printed text is drawn at 200 dots an inch and read back; its own words say what is right. Times are those of
the processor, for one page in one process, its start included.
"""

import json
import os
import pathlib
import re
import resource
import subprocess
import sys

WORD = re.compile(r"[^\W_]+")


def run(program, *words, stdin):
    """What a program says, and the seconds of processor that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(stdin, "rb") as document:
        said = subprocess.run([program, *map(str, words)], stdin=document, capture_output=True, check=True,
                              env={**os.environ, "OMP_THREAD_LIMIT": "1"}).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return [json.loads(line) for line in said.splitlines()], sum(after[:2]) - sum(before[:2])


def read_pages(lines):
    return [line for line in lines if "words" in line]


def is_printed(page):
    return page.get("ocr") in (None, "needless") and len(WORD.findall(page["text"])) >= 20


def place_words(page):
    """Each word with its letters and its box."""
    return [(WORD.findall(page["text"][begin:end]), box) for begin, end, *box in page["words"]]


def has_middle_in(box, other):
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] - 1 <= across <= other[2] + 1 and other[1] - 1 <= down <= other[3] + 1


def count_right(page, reading):
    """Words of the page, and how many of them the reading has letter for letter at the same place."""
    read = place_words(reading)
    count = right = 0
    for words, box in place_words(page):
        there = [word for others, other in read if has_middle_in(box, other) or has_middle_in(other, box) for word in others]
        count += len(words)
        right += sum(word in there for word in words)
    return count, right


def measure_document(programs, document, step, sums):
    lines, seconds = run(programs / "jenjang-extract", stdin=document)
    pages = read_pages(lines)
    if any(map(is_printed, pages)):
        print(f"{document.name}: text of {len(pages)} pages, {len(pages) / seconds:.0f} pages a second")
        sums["text pages"] += len(pages)
        sums["text seconds"] += seconds
    for page in pages[::step]:
        said, seconds = run(programs / "jenjang-ocr", page["page"], "ind", stdin=document)
        (read,) = read_pages(said)
        sums["OCR pages"] += 1
        sums["OCR seconds"] += seconds
        if not is_printed(page):
            continue
        count, right = count_right(page, read)
        sums["words"] += count
        sums["words right"] += right
        print(f"  page {page['page']}: {right} of {count} words right, {seconds:.2f} s")


def main(programs, documents, step=7):
    sums = dict.fromkeys(["text pages", "text seconds", "OCR pages", "OCR seconds", "words", "words right"], 0)
    for document in sorted(pathlib.Path(documents).glob("*.pdf")):
        measure_document(pathlib.Path(programs).resolve(), document, int(step), sums)
    print(f"words right: {sums['words right']} of {sums['words']} ({sums['words right'] / max(1, sums['words']):.2%})")
    print(f"OCR: {sums['OCR seconds'] / max(1, sums['OCR pages']):.2f} s a page and core ({sums['OCR pages']} pages)")
    print(f"text with boxes: {sums['text pages'] / max(0.001, sums['text seconds']):.0f} pages a second and core ({sums['text pages']} pages)")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
