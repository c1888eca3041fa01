"""What tests of coding share: a workspace with one short source, and the acts of a coder."""

import json

import harness

TEXT = """Kebijakan kantor cerdas mengikat seluruh bidang.

Anggaran tahun 2026 tidak mencukupi untuk pusat data.

Dua belas dari empat puluh perangkat daerah memakai tanda tangan elektronik.
"""


class CodingTest(harness.EndToEndTest):
    """Helpers on a workspace with one short source."""

    def setUp(self):
        super().setUp()
        self.workspace = self.new_workspace()
        self.add("kebijakan", TEXT)

    def add(self, code, text):
        (self.folder / "sumber.txt").write_text(text, "utf-8")
        return self.succeed("add", self.workspace, "sumber.txt", "--as", code)

    def cite(self, quote, *words, indicator="S01", source="kebijakan", by="Ani"):
        return self.succeed("cite", self.workspace, "--indicator", indicator, "--source", source, "--quote", quote,
                            "--by", by, *words).out.strip()

    def code(self, code, quote, *words, source="kebijakan", by="Ani"):
        return self.succeed("code", self.workspace, "--code", code, "--source", source, "--quote", quote, "--by", by,
                            *words).out.strip()

    def codes(self, *words, by="Ani"):
        return self.succeed("codes", self.workspace, *words, "--by", by)

    def undo(self, by="Ani"):
        return self.succeed("undo", self.workspace, "--by", by).err

    def evidence(self):
        return json.loads(self.succeed("evidence", self.workspace, "list", "--json").out)

    def states(self):
        return {one["id"]: one["state"] for one in self.evidence()}

    def listed(self, what="list", *words):
        return json.loads(self.succeed("codes", self.workspace, what, *words, "--json").out)

    def under(self):
        """The code that each coding counts under."""
        return {one["id"]: one["code"] for one in self.listed("codings")}
