"""Office files are printed by LibreOffice to be looked at: what waits, what is marked, what fails, and that nothing is lost."""

import json
import os

import harness
from harness import ABSENT, INVALID, REAL, UNAVAILABLE
from marked_pictures import measure

READERS = {"jenjang-extract": REAL, "jenjang-ocr": REAL}


class PrintTest(harness.WorkspaceTest):
    def jobs(self, *words, **more):
        found = json.loads(self.succeed("jobs", self.workspace, *words, "--json", **more).out)
        return {job["source"]: (job["state"], job["attempts"]) for job in found}

    def test_what_waits_is_printed_and_its_quotes_are_marked(self):
        temporary = self.folder / "temporary"
        temporary.mkdir()
        self.assertIn("2 office files wait", self.add_samples("inventory.xlsx", "slides.pptx").err)
        picture = self.folder / "page.png"
        page = ["page", self.workspace, "--picture", picture]
        self.assertIn("not printed yet", self.refuse(UNAVAILABLE, *page, "--source", "slides").err)
        self.assertEqual(self.jobs("list"), {"inventory": ("waiting", 0), "slides": ("waiting", 0)})
        done = {"inventory": ("done", 1), "slides": ("done", 1)}
        self.assertEqual(self.jobs("run", env=harness.environment(self.folder, TMPDIR=temporary)), done)
        self.assertEqual(os.listdir(temporary), [])
        self.assertEqual(self.jobs("run"), {})
        self.assertEqual(self.jobs("list"), done)
        self.assertIn("1 quote marked", self.succeed(*page, "--source", "inventory", "--quote", "Server").err)
        ink, tight = measure(picture)
        self.assertTrue(0.01 < ink < 0.2, ink)
        self.assertGreater(tight, 0.1)
        self.assertIn("0 quotes marked", self.succeed(*page, "--source", "slides").err)
        self.succeed("cite", self.workspace, "--indicator", "S01", "--source", "slides", "--page", 1, "--quote", "Indeks naik")
        self.assertIn("1 quote marked", self.succeed(*page, "--source", "slides").err)
        self.assertTrue(0 < measure(picture)[0] < 0.5)
        self.refuse(ABSENT, *page, "--source", "slides", "--page", 99)
        self.refuse(ABSENT, *page, "--source", "slides", "--quote", "tidak ada di sini")
        self.assertIn("sound", self.succeed("verify", self.workspace).out + self.succeed("verify", self.workspace).err)

    def test_a_failure_is_kept_and_not_repeated_unasked(self):
        self.add_samples("inventory.xlsx")
        failing = self.program_beside({**READERS, "jenjang-print": '[ "$1" = check ] || exit 1'}, "fails")
        self.assertEqual(self.jobs("run", program=failing), {"inventory": ("failed", 1)})
        self.assertEqual(self.jobs("run", program=failing), {})
        self.assertEqual(self.jobs("run", "--again", program=failing), {"inventory": ("failed", 2)})
        run = self.succeed("jobs", self.workspace, "list")
        self.assertIn("LibreOffice cannot print this file", run.out)
        lying = self.program_beside({**READERS, "jenjang-print": '[ "$1" = check ] || echo no >"$1/document.pdf"'}, "lies")
        self.assertEqual(self.jobs("run", "--again", program=lying), {"inventory": ("failed", 3)})
        self.assertIn("Server", self.succeed("page", self.workspace, "--source", "inventory", "--page", 1).out)

    def test_an_abrupt_end_costs_one_attempt_and_three_of_them_are_a_failure(self):
        self.add_samples("inventory.xlsx")
        killing = self.program_beside({**READERS, "jenjang-print": '[ "$1" = check ] || kill -9 $PPID'}, "kills")
        for attempts, state in ((1, "waiting"), (2, "waiting"), (3, "failed")):
            self.run_program("jobs", self.workspace, "run", program=killing)
            self.assertEqual(self.jobs("list"), {"inventory": (state, attempts)})
        self.assertIn("ended abruptly", self.succeed("jobs", self.workspace, "list").out)
        self.assertEqual(self.jobs("run"), {})

    def test_without_libreoffice_everything_waits(self):
        self.add_samples("inventory.xlsx")
        (self.folder / "notes.txt").write_text("Isi.\n", "utf-8")
        self.succeed("add", self.workspace, "notes.txt")
        without = self.program_beside({**READERS, "jenjang-print": "exit 5"}, "without")
        run = self.refuse(UNAVAILABLE, "jobs", self.workspace, "run", program=without)
        self.assertIn("libreoffice-writer-nogui", run.err)
        self.assertEqual(self.jobs("list"), {"inventory": ("waiting", 0)})
        self.refuse(ABSENT, "jobs", self.workspace, "run", "--source", "absent")
        self.assertIn("no office file", self.refuse(INVALID, "jobs", self.workspace, "run", "--source", "notes").err)


if __name__ == "__main__":
    harness.main()
