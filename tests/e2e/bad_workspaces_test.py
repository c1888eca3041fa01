"""Bad workspaces, full disks and forbidden folders are refused with a sentence and without harm."""

import os
import resource
import shutil
import sqlite3
import subprocess

import harness
from harness import ABSENT, CONFLICT, DAMAGED, DENIED, INVALID, UNAVAILABLE, environment, write_rows
from harmless import HarmlessTest


class WorkspacesTest(HarmlessTest):
    """Files that are no workspaces, or may not be used now."""

    READING = [["evaluate", "{}"], ["explain", "{}", "index"], ["report", "{}", "--format", "md", "-o", "r.md"],
               ["sources", "{}"], ["search", "{}", "x"], ["evidence", "{}", "list"], ["verify", "{}"],
               ["backup", "{}", "b.jenjang"], ["ratings", "{}", "export", "r.csv"]]
    WRITING = [["rate", "{}", "--indicator", "S01", "--value", "2"], ["add", "{}", "a.txt"],
               ["new", "{}", "--model", "somm", "--organization", "Y", "--period", "2030"],
               ["evidence", "{}", "accept", "E1"], ["ratings", "{}", "import", "r-in.csv"],
               ["cite", "{}", "--indicator", "S01", "--source", "a", "--quote", "Isi"]]

    def setUp(self):
        super().setUp()
        (self.folder / "a.txt").write_text("Isi.\n", "utf-8")
        write_rows(self.folder / "r-in.csv", ["indicator", "rater", "value"], [["S01", "A", "2"]])

    def check_verbs(self, code, name, verbs):
        for words in verbs:
            self.check(code, [name], *(word.replace("{}", name) for word in words))

    def test_other_kinds_of_files(self):
        (self.folder / "teks.jenjang").write_text("bukan ruang kerja\n" * 100, "utf-8")
        (self.folder / "kosong.jenjang").write_bytes(b"")
        database = sqlite3.connect(self.folder / "asing.jenjang")
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        database.commit()
        database.close()
        for name in ("teks.jenjang", "kosong.jenjang", "asing.jenjang"):
            self.check_verbs(DAMAGED, name, self.READING + self.WRITING)
            self.check(DAMAGED, [name], "restore", name, "neu.jenjang")

    def test_a_newer_workspace(self):
        path = self.new_workspace("baru.jenjang")
        database = sqlite3.connect(path)
        database.execute("PRAGMA user_version = 9999")
        database.commit()
        database.close()
        self.kept = []  # not a byte of it may change
        self.check_verbs(DAMAGED, "baru.jenjang", self.READING + self.WRITING)
        self.check(DAMAGED, ["9999"], "evaluate", "baru.jenjang")

    def test_a_workspace_that_is_cut(self):
        whole = self.new_workspace("utuh.jenjang").read_bytes()
        for size in (50, 100, 4096, len(whole) // 2, len(whole) - 4096):
            (self.folder / "cut.jenjang").write_bytes(whole[:size])
            run = self.run_program("verify", "cut.jenjang")
            self.assertEqual(run.code, DAMAGED, f"{size}: {run}")

    def test_an_absent_workspace(self):
        self.check_verbs(ABSENT, "tiada.jenjang", self.READING + [w for w in self.WRITING if w[0] != "new"])
        self.check(ABSENT, ["tiada"], "new", "tiada/w.jenjang", "--model", "somm", "--organization", "X")

    def test_one_in_use(self):
        """A second process holds the workspace: an add whose helper waits on a pipe."""
        self.new_workspace()
        started, go_on = self.folder / "started", self.folder / "go-on"
        os.mkfifo(started)
        os.mkfifo(go_on)
        program = self.program_with_extractor(f"echo > '{started}'; read x < '{go_on}'; exit 3")
        holder = subprocess.Popen([program, "add", "w.jenjang", "a.txt"], cwd=self.folder, env=environment(self.folder),
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            harness.await_signal(started)
            self.check_verbs(CONFLICT, "w.jenjang", self.READING + self.WRITING)
        finally:
            answer = os.open(go_on, os.O_RDWR)
            os.write(answer, b"\n")
            holder.wait(harness.SECONDS_MAX)
            os.close(answer)
        self.succeed("verify", "w.jenjang")
        self.assertEqual(sorted(p.name for p in self.folder.glob("w.jenjang*")), ["w.jenjang"])

    def test_a_read_only_folder(self):
        """Reading goes on; writing is denied."""
        self.new_workspace()
        place = self.folder / "tertutup"
        place.mkdir()
        shutil.move(self.folder / "w.jenjang", place / "w.jenjang")
        program = self.program_with_extractor("exit 1")
        (self.folder / "w.jenjang").symlink_to(place / "w.jenjang")
        options = {"program": program}
        if os.geteuid() == 0:
            if not hasattr(os, "setuid"):
                self.skipTest("another user cannot be taken on here")
            options["user"], options["group"], options["extra_groups"] = 65534, 65534, []
        for path in (place / "w.jenjang", self.folder / "a.txt", self.folder / "r-in.csv"):
            path.chmod(0o444)
        place.chmod(0o555)
        self.folder.chmod(0o755)
        self.addCleanup(place.chmod, 0o755)
        target = "tertutup/w.jenjang"
        for words in self.READING[:6]:
            words = [word.replace("{}", target) for word in words]
            words = words if "-o" not in words else words[:-2]
            self.succeed(*words, **options)
        for words in self.WRITING:
            self.check(DENIED, ["tertutup"], *(word.replace("{}", target) for word in words), **options)
        self.check(DENIED, ["tertutup"], "backup", target, "tertutup/b.jenjang", **options)
        self.check(DENIED, ["tertutup"], "report", target, "--format", "md", "-o", "tertutup/r.md", **options)
        self.check(DENIED, ["tertutup"], "new", "tertutup/x.jenjang", "--model", "somm", "--organization", "X", **options)
        (self.folder / "rahasia.txt").write_text("x", "utf-8")
        (self.folder / "rahasia.txt").chmod(0)
        if os.geteuid() == 0:
            (self.folder / "milik").mkdir()
            os.chown(self.folder / "milik", 65534, 65534)
        else:
            (self.folder / "milik").mkdir()
        self.succeed("new", "milik/m.jenjang", "--model", "somm", "--organization", "X", **options)
        self.refuse(DENIED, "add", "milik/m.jenjang", "rahasia.txt", **options)
        # Among several, the good one stays and the denied one is named.
        (self.folder / "terbuka.bib").write_text("@book{terbuka, author={A}, title={B}, year={2020}}", "utf-8")
        (self.folder / "terbuka.bib").chmod(0o444)
        run = self.refuse(INVALID, "add", "milik/m.jenjang", "rahasia.txt", "terbuka.bib", **options)
        self.assertIn("rahasia.txt", run.err)
        self.assertIn("terbuka", self.succeed("sources", "milik/m.jenjang", **options).out)
        # A folder is no place for a file.
        self.assertIn("folder", self.refuse(INVALID, "ratings", "milik/m.jenjang", "export", ".", **options).err)


class FullDiskTest(HarmlessTest):
    def setUp(self):
        super().setUp()
        self.place = self.folder / "penuh"
        self.place.mkdir()
        (self.folder / "besar.txt").write_text("Kalimat panjang tentang kantor cerdas. " * 40_000, "utf-8")

    def test_a_full_disk(self):
        """In a mount of 2 MiB that only this script's namespace sees."""
        probe = ["unshare", "-m", "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", self.place]
        if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode != 0:
            self.skipTest("a small file system cannot be mounted here; the limit on file sizes is tested instead")
        script = f"""
          mount -t tmpfs -o size=1500k tmpfs penuh || exit 99
          j() {{ '{harness.PROGRAM}' "$@" --lang en; }}
          j new penuh/w.jenjang --model somm --organization X --period 2026 || exit 98
          j evaluate penuh/w.jenjang --json > before || exit 97
          j add penuh/w.jenjang besar.txt > add.out 2> add.err; echo $? > add.code
          j verify penuh/w.jenjang || exit 96
          j evaluate penuh/w.jenjang --json > after || exit 95
          j backup penuh/w.jenjang penuh/b.jenjang > backup.out 2> backup.err; echo $? > backup.code
          dd if=/dev/zero of=penuh/fill bs=4k 2> fill.err
          j report penuh/w.jenjang --format html -o penuh/r.html > report.out 2> report.err; echo $? > report.code
          j rate penuh/w.jenjang --indicator S01 --value 2 > rate.out 2> rate.err; echo $? > rate.code
          j new penuh/x.jenjang --model somm --organization X > new.out 2> new.err; echo $? > new.code
          rm penuh/fill
          ls -A penuh > left
          j rate penuh/w.jenjang --indicator S01 --value 2 || exit 94
          j verify penuh/w.jenjang || exit 93
        """
        done = subprocess.run(["unshare", "-m", "sh", "-c", script], cwd=self.folder, env=environment(self.folder),
                              capture_output=True, check=False, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        for verb in ("add", "report", "rate", "new"):
            code, err = ((self.folder / f"{verb}.{kind}").read_text("utf-8") for kind in ("code", "err"))
            self.assertEqual(int(code), UNAVAILABLE, f"{verb}: {err}")
            self.assertIn("penuh/", err)
            self.assertRegex(err, "disk is full|no room left", verb)
            self.assertEqual((self.folder / f"{verb}.out").read_text(), "")
        self.assertEqual((self.folder / "before").read_text(), (self.folder / "after").read_text())
        left = (self.folder / "left").read_text().split()
        self.assertEqual([name for name in left if name not in ("w.jenjang", "b.jenjang")], [])

    def test_a_limit_on_file_sizes(self):
        workspace = self.new_workspace("penuh/w.jenjang")
        before = self.succeed("evaluate", workspace, "--json").out

        def limit(size):
            return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

        room = 16 * 1024
        enough_to_read = (self.folder / "besar.txt").stat().st_size + 1024  # the reader gets its input as a file
        self.check(UNAVAILABLE, ["w.jenjang"], "add", workspace, "besar.txt", preexec_fn=limit(enough_to_read))
        self.check(UNAVAILABLE, ["r.html"], "report", workspace, "--format", "html", "-o", "penuh/r.html",
                   preexec_fn=limit(room))
        self.check(UNAVAILABLE, ["b.jenjang"], "backup", workspace, "penuh/b.jenjang", preexec_fn=limit(room))
        self.check(UNAVAILABLE, ["n.jenjang"], "new", "penuh/n.jenjang", "--model", "somm", "--organization", "X",
                   preexec_fn=limit(room))
        self.succeed("verify", workspace)
        self.assertEqual(self.succeed("evaluate", workspace, "--json").out, before)
        self.succeed("add", workspace, "besar.txt")


if __name__ == "__main__":
    harness.main()
