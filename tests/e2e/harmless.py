"""What a refusal must leave as it was."""

import harness
from harness import snapshot


class HarmlessTest(harness.EndToEndTest):
    """Every refusal is tried in both languages and must leave every file as it was."""

    def state(self):
        """Every file by its bytes; a workspace by its rows, since opening it to write may touch its pages."""
        found = snapshot(self.folder)
        for path in self.kept:
            if str(path.relative_to(self.folder)) in found:
                found[str(path.relative_to(self.folder))] = harness.contents(path)
        return found

    def new_workspace(self, *words, **options):
        self.kept = [*self.kept, super().new_workspace(*words, **options)]
        return self.kept[-1]

    kept = []

    def check(self, code, needles, *words, **options):
        """Refused with this code by a message in the language asked for that names all needles; nothing written."""
        before = self.state()
        said = {}
        for language in ("id", "en"):
            run = self.refuse(code, *words, lang=language, **options)
            for needle in needles:
                self.assertIn(needle, run.err, str(run))
            said[language] = run.err
        self.assertNotEqual(said["id"], said["en"])
        self.assertTrue(self.state() == before, words)
