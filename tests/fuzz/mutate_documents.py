"""Feeds mutated documents to the real program: bits flipped, ends cut off, parts of two files joined. Each file must end in a
sentence of the program (filed, or refused and why); the program itself must neither crash nor hang, and the workspace stays sound."""

import argparse
import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENDINGS = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".md", ".txt", ".html", ".png", ".jpg", ".tiff", ".bib", ".ris", ".json",
           ".csv", ".yaml", ".qdpx")
BYTES_MAX = 2 << 20  # of an original: larger ones make the run long and not better
BATCH = 20
SECONDS_EACH = 90  # the program's own limit for a document is 60
GOOD, INVALID = 0, 3


def find_originals(folders):
    files = []
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix.lower() in ENDINGS and path.is_file() and 0 < path.stat().st_size <= BYTES_MAX:
                files.append(path)
    return files


def flip_bits(chance, data, _):
    data = bytearray(data)
    for _ in range(chance.choice((1, 4, 32, 256))):
        at = chance.randrange(len(data))
        data[at] ^= 1 << chance.randrange(8)
    return bytes(data)


def cut_off(chance, data, _):
    return data[: chance.randrange(len(data))]


def join(chance, data, other):
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :]


def repeat(chance, data, _):
    begin = chance.randrange(len(data))
    end = min(len(data), begin + chance.choice((1, 16, 512, 8192)))
    return data[:end] + data[begin:end] * chance.choice((1, 3, 50)) + data[end:]


def overwrite(chance, data, _):
    begin = chance.randrange(len(data))
    count = min(len(data) - begin, chance.choice((1, 4, 64)))
    filling = chance.choice((b"\x00", b"\xff", b"\x7f", b"9"))
    return data[:begin] + filling * count + data[begin + count :]


MUTATIONS = (flip_bits, cut_off, join, repeat, overwrite)


def make_mutants(chance, originals, number, count):
    """(name, bytes) of a batch; names are unique and tell where a mutant came from."""
    kinds = sorted({path.suffix.lower() for path in originals})
    for index in range(number, number + count):
        kind = chance.choice(kinds)  # first the format, so that a rare one gets its share
        original = chance.choice([path for path in originals if path.suffix.lower() == kind])
        mutate = chance.choice(MUTATIONS)
        data = mutate(chance, original.read_bytes(), chance.choice(originals).read_bytes())
        if not data:
            data = b"\x00"
        yield f"m{index:05}-{mutate.__name__}-{original.stem[:40].replace(' ', '_')}{original.suffix}", data


class Watch:
    """Runs the program and remembers what was wrong."""

    def __init__(self, program, kept):
        self.program, self.kept = program, kept
        self.faults, self.endings = [], collections.Counter()

    def run(self, *words):
        environment = dict(os.environ, LANG="C.UTF-8", JENJANG_LANG="en", LOGNAME="fuzz")
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, env=environment,
                              timeout=SECONDS_EACH * BATCH, check=False)
        return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace")

    def blame(self, sentence, file=None):
        self.faults.append(sentence)
        print("FAULT:", sentence, file=sys.stderr)
        if file is not None:
            self.kept.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, self.kept / file.name)

    def check(self, code, said, files, verb):
        """Whether an ending is one of a sound program: the right exit code, and a sentence on each file."""
        if code not in (GOOD, INVALID):
            for file in files:
                self.blame(f"{verb} ended with {code} on {file.name}: {said[-300:]}", file)
        if "⟦" in said:
            self.blame(f"{verb} lacks a sentence: {re.search('⟦[^⟧]*', said).group()}", files[0])
        for file in files:
            line = next((line for line in said.splitlines() if file.name in line), None)
            if line is None and len(files) > 1:
                self.blame(f"{verb} says nothing of {file.name}", file)
            self.endings["refused" if line is None or "filed as" not in line else "filed"] += 1
            if line is not None and ("document reader stop" in line or "was not read within" in line):
                self.endings["the reader itself crashed or hung"] += 1
                self.kept.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, self.kept / file.name)

    def add(self, workspace, folder, files):
        code, said = self.run("add", workspace, folder)
        self.check(code, said, files, "add")

    def take_project(self, workspace, file):
        code, said = self.run("qda", "import", workspace, file)
        self.endings["projects taken in" if code == GOOD else "projects refused"] += 1
        if code not in (GOOD, INVALID) or not said.strip() or "⟦" in said:
            self.blame(f"qda import ended with {code} on {file.name}: {said[-300:]}", file)


def make_project(watch, folder):
    """The example as a project for other programs: an original to mutate."""
    code, said = watch.run("demo", folder / "contoh")
    if code == GOOD:
        code, said = watch.run("qda", "export", folder / "contoh/kominfo.jenjang", folder / "contoh/kominfo.qdpx")
    if code != GOOD:
        watch.blame(f"the example cannot be made: {said[-300:]}")


def make_small_documents(folder):
    """The smallest office files, in which a mutation is likelier to hit what is read."""
    sys.path.insert(0, str(ROOT / "tests" / "e2e"))
    import small_documents
    folder.mkdir()
    for kind in small_documents.OFFICE:
        (folder / f"kecil.{kind}").write_bytes(small_documents.office(kind))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "out/fuzz/mutants", help="folder for mutants with faults")
    parser.add_argument("originals", nargs="*", help="folders of documents beside our own")
    words = parser.parse_args()
    chance = random.Random(words.seed)
    watch = Watch(words.program.resolve(), words.keep)
    with tempfile.TemporaryDirectory(prefix="jenjang-fuzz-") as place:
        place = pathlib.Path(place)
        make_project(watch, place)
        make_small_documents(place / "kecil")
        own = (ROOT / "tests/data", ROOT / "tests/fuzz/seeds", ROOT / "examples", place / "contoh", place / "kecil")
        originals = find_originals([*own, *words.originals])
        absent = set(ENDINGS) - {path.suffix.lower() for path in originals}
        if absent:
            parser.error(f"no original of {', '.join(sorted(absent))}: each format that is read must be mutated")
        print(f"{words.count} mutants of {len(originals)} files, seed {words.seed}")
        for number in range(0, words.count, BATCH):
            count = min(BATCH, words.count - number)
            folder = place / f"batch-{number}"
            folder.mkdir()
            workspace = place / "w.jenjang"
            workspace.unlink(missing_ok=True)
            watch.run("new", workspace, "--model", "somm", "--organization", "Dinas Uji")
            files = []
            for name, data in make_mutants(chance, originals, number, count):
                file = folder / name
                file.write_bytes(data)
                if file.suffix == ".qdpx":
                    watch.take_project(workspace, file)
                    file.unlink()
                else:
                    files.append(file)
            try:
                watch.add(workspace, folder, files)
            except subprocess.TimeoutExpired:
                watch.blame(f"add hangs in batch {number}")
            code, said = watch.run("verify", workspace)
            if code != GOOD:
                watch.blame(f"the workspace is no longer sound after batch {number}: {said[-300:]}")
            shutil.rmtree(folder)
            print(f"\r{number + count}/{words.count}", end="", file=sys.stderr)
    print("", file=sys.stderr)
    for what, count in sorted(watch.endings.items()):
        print(f"{count:6} {what}")
    print(f"{len(watch.faults):6} faults")
    return 1 if watch.faults else 0


if __name__ == "__main__":
    sys.exit(main())
