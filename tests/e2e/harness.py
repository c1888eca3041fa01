"""Runs the real program the way people do, in a folder of its own, and looks at what it left behind."""

import atexit
import csv
import functools
import hashlib
import io
import os
import pathlib
import select
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = REPOSITORY / "examples" / "kominfo"
READING_SAMPLES = REPOSITORY / "tests" / "data" / "reading"
PROGRAM = pathlib.Path(os.environ.get("JENJANG_PROGRAM") or REPOSITORY / "build" / "dev" / "src" / "jenjang")
SHARED = pathlib.Path(os.environ["JENJANG_SHARED"]) if os.environ.get("JENJANG_SHARED") else None

# The exit codes of the contract.
OK, FAILURE, USAGE, INVALID, ABSENT, DENIED, CONFLICT, UNAVAILABLE, DAMAGED = range(9)

# Far above what any verb takes: a program that hangs ends as a failed test, not as a stuck one.
SECONDS_MAX = 120
REAL = object()  # stands for a helper as it was built


class Run:
    """What a run of the program gave."""

    def __init__(self, words, code, out, err):
        self.words = words
        self.code = code
        self.raw_out = out
        self.out = out.decode("utf-8")
        self.err = err.decode("utf-8")

    def __str__(self):
        return f"jenjang {' '.join(self.words)}\nexit {self.code}\nstdout: {self.out[-2000:]}\nstderr: {self.err[-2000:]}"


def environment(folder, **more):
    """Nothing of the caller's but the path: language, login name and folders are the test's own."""
    given = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": str(folder), "TMPDIR": str(folder),
             "LANG": "C.UTF-8", "LOGNAME": "penguji"}
    for name, value in os.environ.items():  # what sanitizers and coverage need
        if name.startswith(("ASAN_", "UBSAN_", "LSAN_", "GCOV_", "LLVM_")):
            given[name] = value
    given.update({name: str(value) for name, value in more.items()})
    return given


def await_signal(pipe):
    """Waits until somebody writes into a named pipe; fails, and does not hang, where nobody does."""
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ready, _, _ = select.select([descriptor], [], [], SECONDS_MAX / 4)
        if not ready:
            raise AssertionError(f"nobody wrote into {pipe}")
        while ready and os.read(descriptor, 4096):
            ready, _, _ = select.select([descriptor], [], [], SECONDS_MAX / 4)
    finally:
        os.close(descriptor)


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def snapshot(folder):
    """Every path below a folder with the digest of its bytes."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_symlink() or not path.is_file():
            found[str(path.relative_to(folder))] = "folder" if path.is_dir() else "special"
        else:
            found[str(path.relative_to(folder))] = digest(path)
    return found


def contents(workspace):
    """Every row that a workspace holds, by table: what the file says, whatever its pages look like."""
    with sqlite3.connect(f"file:{workspace}?mode=ro&immutable=1", uri=True) as database:
        tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                                  " AND name NOT LIKE 'sqlite_%' ORDER BY name").fetchall()
        found = {name: sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))) for (name,) in tables}
    database.close()
    return found


def read_rows(text):
    """The rows of a CSV text as dictionaries."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write_rows(path, head, rows, separator=","):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=separator, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)
    return path


def words_of(text):
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def needs_shared(test):
    """Leaves a test, or all tests of a class, out where no shared data is named; a named folder without them is an error."""
    if SHARED is not None and not (SHARED / "published").is_dir():
        raise FileNotFoundError(f"no shared data in {SHARED}: mend JENJANG_SHARED")
    return unittest.skipUnless(SHARED is not None, "the shared data is absent: set JENJANG_SHARED to its folder")(test)


class EndToEndTest(unittest.TestCase):
    """A test with a folder of its own, removed at its end."""

    maxDiff = 4000

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="jenjang-e2e-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def run_program(self, *words, lang="en", program=None, cwd=None, env=None, **options):
        """Runs the program; `lang` goes with every verb, None leaves it out."""
        words = [str(word) for word in words]
        if lang is not None:
            words += ["--lang", lang]
        done = subprocess.run([str(program or PROGRAM), *words], cwd=cwd or self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=SECONDS_MAX, check=False,
                              env=env or environment(self.folder), **options)
        return Run(words, done.returncode, done.stdout, done.stderr)

    def succeed(self, *words, **options):
        run = self.run_program(*words, **options)
        self.assertEqual(run.code, OK, str(run))
        return run

    def refuse(self, code, *words, **options):
        """Runs what must fail with this code, say why, and put nothing on standard output."""
        run = self.run_program(*words, **options)
        self.assertEqual(run.code, code, str(run))
        self.assertEqual(run.out, "", str(run))
        self.assertNotEqual(run.err.strip(), "", str(run))
        self.assertNotIn("⟦", run.err, str(run))
        return run

    def new_workspace(self, name="w.jenjang", model="somm", organization="Dinas Uji", period="2026"):
        path = self.folder / name
        self.succeed("new", path, "--model", model, "--organization", organization, "--period", period)
        return path

    def program_with_extractor(self, script, name="faked"):
        """The program beside a helper of our own that stands in for jenjang-extract; not in the test's folder."""
        return self.program_beside({"jenjang-extract": script, "jenjang-ocr": REAL, "jenjang-print": REAL}, name)

    def program_beside(self, helpers, name):
        """The program beside helpers: each a script of ours, or the real one; those not named are absent."""
        place = copy_of_program().parent / f"{self.folder.name}-{name}"
        place.mkdir()
        self.addCleanup(shutil.rmtree, place, ignore_errors=True)
        os.link(copy_of_program(), place / "jenjang")
        for helper, script in helpers.items():
            if script is REAL:
                (place / helper).symlink_to(PROGRAM.parent / helper)
                continue
            (place / helper).write_text("#!/bin/sh\n" + script + "\n", encoding="utf-8")
            (place / helper).chmod(0o755)
        return place / "jenjang"


class WorkspaceTest(EndToEndTest):
    """A test with a workspace of its own."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()

    def add_samples(self, *names, **options):
        """Files documents of tests/data/reading, as they are called there."""
        for name in names:
            shutil.copy(READING_SAMPLES / name, self.folder / name)
        return self.succeed("add", self.workspace, *names, **options)


@functools.cache
def copy_of_program():
    """One copy on the file system of the tests, so that the rest can be links: the program is large."""
    place = pathlib.Path(tempfile.mkdtemp(prefix="jenjang-e2e-program-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    place.chmod(0o755)
    return pathlib.Path(shutil.copy2(PROGRAM, place / "jenjang"))


def main():
    """Runs the tests of the calling file and tells plainly what was skipped and why."""
    if not PROGRAM.is_file():
        sys.exit(f"the program is absent: {PROGRAM}; build it, or set JENJANG_PROGRAM")
    done = unittest.main(module="__main__", exit=False, verbosity=1).result
    for test, reason in done.skipped:
        print(f"SKIPPED {test.id()}: {reason}", file=sys.stderr)
    sys.exit(0 if done.wasSuccessful() else 1)
