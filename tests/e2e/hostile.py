"""How hostile files are tried: added in one call in each language, each with its own sentence, and nothing else changed."""

import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import threading

import harness
from harness import INVALID, OK, PROGRAM
from harmless import HarmlessTest

SECONDS_EACH = 2
KIB_EACH = 64 << 10


class HostileTest(HarmlessTest):
    """A folder of hostile files beside a workspace that must not suffer from them."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        self.folder_in = self.folder / "masuk"
        self.folder_in.mkdir()

    def lay_out(self, cases):
        for name, content, *_ in cases:
            (self.folder_in / name).write_bytes(content)

    def measure(self, names):
        """What reading takes; not under sanitizers, which take their own."""
        if "ASAN_OPTIONS" in os.environ:
            return
        paths = [str(self.folder_in / name) for name in names]
        runner = [sys.executable, "-S", "-I", str(pathlib.Path(__file__).parent / "measured.py")]
        done = subprocess.run([*runner, str(PROGRAM.parent / "jenjang-extract"), *paths], capture_output=True, check=True,
                              timeout=harness.SECONDS_MAX)
        for name, (code, seconds, kibibytes) in zip(names, json.loads(done.stdout), strict=True):
            self.assertIn(code, (0, 3), name)
            self.assertLessEqual(seconds, SECONDS_EACH, name)
            self.assertLessEqual(kibibytes, KIB_EACH, name)

    def add_all(self, lang):
        return self.run_program("add", self.workspace, self.folder_in, lang=lang)

    def sentences(self, run, names):
        """The one line on each file. None may be missing, and none may break off another."""
        lines = run.err.splitlines()
        found = {}
        for name in names:
            mine = [line for line in lines if f"masuk/{name}:" in line and not line.startswith("  ")]
            self.assertEqual(len(mine), 1, f"{name}\n{run}")
            found[name] = mine[0]
        self.assertNotIn("⟦", run.err)
        return found

    def check_refused(self, cases):
        """Each of [(name, bytes, word of the English sentence)] is refused, within limits, and the workspace is as it was."""
        self.lay_out(cases)
        names = [name for name, *_ in cases]
        self.measure(names)
        before = self.state()
        runs = {lang: self.add_all(lang) for lang in ("en", "id")}
        for lang, run in runs.items():
            self.assertEqual((run.code, run.out), (INVALID, ""), f"{lang} {run}")
        said = {lang: self.sentences(run, names) for lang, run in runs.items()}
        for name, _, word in cases:
            with self.subTest(name):
                self.assertTrue(said["en"][name].startswith("Refused "), said["en"][name])
                self.assertIn(word, said["en"][name])
                self.assertNotEqual(said["en"][name], said["id"][name])
        self.assertTrue(self.state() == before)
        self.succeed("verify", self.workspace)

    def check_filed(self, cases, code=OK):
        """Each of [(name, bytes, format, problem or None)] is filed as what it is; the sources by their file's name."""
        self.lay_out(cases)
        names = [name for name, *_ in cases]
        self.measure(names)
        run = self.add_all("en")
        self.assertEqual(run.code, code, str(run))
        self.sentences(run, names)
        sources = json.loads(self.succeed("sources", self.workspace, "--json").out)
        self.succeed("verify", self.workspace)
        files = {file: row for file, *row in self.stored("SELECT file_name, code FROM sources")}
        by_code = {source["code"]: source for source in sources}
        filed = {name: by_code[files[name][0]] for name in names if name in files}
        for name, _, kind, problem in cases:
            with self.subTest(name):
                self.assertEqual(filed[name]["format"], kind)
                problems = [one["id"] for one in filed[name]["problems"]]
                if problem is not None:
                    self.assertIn(problem, problems)
                else:
                    self.assertFalse({"reading.macros", "reading.scripts", "reading.embedded_files"} & set(problems), problems)
        return filed

    def stored(self, query):
        with contextlib.closing(harness.sqlite3.connect(f"file:{self.workspace}?mode=ro", uri=True)) as database:
            return database.execute(query).fetchall()


class Listener:
    """A place in the network of this machine that nobody may ask for anything."""

    def __enter__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.calls = 0
        self.address = f"http://127.0.0.1:{self.server.getsockname()[1]}"
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()
        return self

    def listen(self):
        with contextlib.suppress(OSError):
            while True:
                caller, _ = self.server.accept()
                self.calls += 1  # before the caller hears that it was refused
                caller.close()

    def __exit__(self, *_):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(5)
