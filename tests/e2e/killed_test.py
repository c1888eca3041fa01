"""A program that is killed or interrupted leaves a workspace that opens and verifies."""

import os
import signal
import subprocess
import threading

import harness
from harness import environment, write_rows

SOMM = [f"S{number:02}" for number in range(1, 41)]
# Lines of a whole and right reading, as the helper prints them.
HEAD = '{"protocol":1,"format":"plain_text","title":"x"}'
PAGE = '{"page":0,"width":0,"height":0,"text":"Pasal 1 berlaku.","words":[]}'
END = '{"end":true,"needs_ocr":false}'


def read_all(stream, into):
    into.append(stream.read())


class KilledTest(harness.EndToEndTest):
    """The program is killed in the middle: what was there is there, and nothing half-done bears a final name."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        (self.folder / "first.txt").write_text("Pasal 1 sudah ada.\n", "utf-8")
        (self.folder / "second.txt").write_text("Pasal 2 menyusul.\n" * 200, "utf-8")
        self.succeed("add", self.workspace, "first.txt")
        self.succeed("rate", self.workspace, "--indicator", "S01", "--rater", "A", "--value", "2")
        self.before = harness.contents(self.workspace)

    def test_kill_during_add_at_several_points_of_reading(self):
        started = self.folder / "started"
        os.mkfifo(started)
        lines = [HEAD, PAGE, END]
        output = "\n".join(lines) + "\n"
        for count in (0, 1, len(HEAD), len(HEAD) + 10, len(output) - 3, len(output)):
            part = output[:count].replace("\\", "\\\\").replace("%", "%%").replace("'", "'\\''")
            program = self.program_with_extractor(
                f"printf '{part}'; echo > '{started}'; exec cat '{self.folder}/never'", f"at-{count}")
            if not (self.folder / "never").exists():
                os.mkfifo(self.folder / "never")
            child = subprocess.Popen([program, "add", self.workspace, "second.txt"], cwd=self.folder,
                                     env=environment(self.folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.addCleanup(child.kill)
            harness.await_signal(started)
            child.send_signal(signal.SIGKILL)
            child.wait()
            self.check_sound(f"killed after {count} bytes")
        self.succeed("add", self.workspace, "second.txt")

    def check_sound(self, when):
        self.succeed("verify", self.workspace)
        self.succeed("evaluate", self.workspace)
        self.assertTrue(harness.contents(self.workspace) == self.before, when)
        self.assertEqual([p.name for p in self.folder.glob("w.jenjang?*")], [], when)

    def test_kill_at_every_kind_of_write(self):
        """strace kills at the nth system call: in the log, in the file, at flushing, at naming."""
        probe = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=fsync:signal=SIGKILL:when=1", "true"]
        if subprocess.run(probe, capture_output=True, check=False).returncode != 0:
            self.skipTest("strace may not trace here")
        backup = self.folder / "backup.jenjang"
        self.succeed("backup", self.workspace, backup)
        write_rows(self.folder / "r.csv", ["indicator", "rater", "value"], [[code, "A", 3] for code in SOMM])
        verbs = {
            "add": ["add", "w.jenjang", "second.txt"],
            "import": ["ratings", "w.jenjang", "import", "r.csv"],
            "backup": ["backup", "w.jenjang", "out.jenjang"],
            "restore": ["restore", "backup.jenjang", "out.jenjang"],
            "report": ["report", "w.jenjang", "--format", "html", "-o", "out.html"],
            "new": ["new", "out.jenjang", "--model", "somm", "--organization", "X"],
        }
        calls = {"add": [("pwrite64", (1, 2, 7)), ("fdatasync,fsync", (1, 2))],
                 "import": [("pwrite64", (1, 3)), ("fdatasync,fsync", (1,))],
                 "backup": [("pwrite64", (1, 40)), ("fsync,fdatasync", (1,)), ("renameat2,rename", (1,))],
                 "restore": [("pwrite64", (1, 40)), ("renameat2,rename", (1,))],
                 "report": [("fsync", (1,)), ("rename", (1,))],
                 "new": [("pwrite64", (1, 9)), ("renameat2,rename", (1,))]}
        killed = 0
        pristine = self.workspace.read_bytes()
        for name, points in calls.items():
            for call, numbers in points:
                for number in numbers:
                    killed += self.kill_at(verbs[name], call, number)
                    for path in [*self.folder.glob("out*"), *self.folder.glob("w.jenjang?*")]:
                        path.unlink()
                    self.workspace.write_bytes(pristine)
        self.assertGreaterEqual(killed, 15)

    def kill_at(self, words, call, number):
        done = subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                               "-e", f"inject={call}:signal=SIGKILL:when={number}", harness.PROGRAM, *words],
                              cwd=self.folder, env=environment(self.folder), capture_output=True, check=False)
        when = f"{words[0]}, {call} {number}"
        out = next((word for word in words if word.startswith("out")), None)
        was_killed = done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
        if was_killed and out:
            self.assertFalse((self.folder / out).exists(), when)
        if was_killed:
            self.succeed("verify", self.workspace)
            self.succeed("evaluate", self.workspace)
            now = harness.contents(self.workspace)
            whole = now == self.before or len(now["ratings"]) == 41 or len(now["sources"]) == 2
            self.assertTrue(whole, when)
        return was_killed


class SignalsTest(harness.EndToEndTest):
    def test_interrupted_and_terminated(self):
        """130 and 143 as a shell shows them, which is death by the signal itself or that exit code."""
        workspace = self.new_workspace()
        (self.folder / "a.txt").write_text("Isi.\n", "utf-8")
        started = self.folder / "started"
        os.mkfifo(started)
        os.mkfifo(self.folder / "never")
        program = self.program_with_extractor(f"echo > '{started}'; exec cat '{self.folder}/never'")
        for number, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
            child = subprocess.Popen([program, "add", workspace, "a.txt"], cwd=self.folder, env=environment(self.folder),
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            collected = []
            reader = threading.Thread(target=read_all, args=(child.stderr, collected))
            reader.start()
            self.addCleanup(child.kill)
            harness.await_signal(started)
            child.send_signal(number)
            child.wait()
            reader.join()
            child.stdout.close()
            child.stderr.close()
            self.assertIn(child.returncode, (-number, code))
            self.succeed("verify", workspace)


if __name__ == "__main__":
    harness.main()
