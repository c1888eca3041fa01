"""The house check finds the faults that it is there for: each is planted in a house of two floors."""

import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECK = ROOT / "tools/check_floors.py"

TABLE = """# Architecture

| floor | room | may include | never |
|---|---|---|---|
| 3 | `attic` | cellar kitchen | — |
| 2 | `kitchen` | cellar | — |
| 2 | `parlor` | cellar | — |
| 1 | `cellar` | — | everything above |
"""

SOUND = {
    "attic/view.hpp": '// What is seen from above.\n#pragma once\n#include "kitchen/soup.hpp"\n',
    "kitchen/soup.hpp": '// Soup, and what it is made of.\n#pragma once\n#include "cellar/salt.hpp"\n',
    "kitchen/soup.cpp": '// Cooks the soup.\n#include "kitchen/soup.hpp"\n#include <vector>\n#include <pot.h>\n',
    "kitchen/soup_test.cpp": '// Tastes the soup.\n#include "kitchen/soup.hpp"\n#include <gtest/gtest.h>\n#include "kitchen/fire.hpp"\n',
    "kitchen/fire.hpp": "// Fire, kept small.\n#pragma once\n",
    "parlor/chair.hpp": "// A chair.\n#pragma once\n",
    "cellar/salt.hpp": "// Salt, and nothing else.\n#pragma once\n#include <string>\n",
}


def run_check(files, table=TABLE, records=None, cmake=None):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        (root / "docs/decisions").mkdir(parents=True)
        (root / "docs/architecture.md").write_text(table, encoding="utf-8")
        for name, text in (records or {}).items():
            (root / "docs/decisions" / name).write_text(text, encoding="utf-8")
        for name, text in files.items():
            path = root / "src" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if cmake:
            (root / "src/CMakeLists.txt").write_text(cmake, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(CHECK), "--root", str(root)], capture_output=True, text=True, check=False
        )
    return done.returncode, done.stdout


class CheckFloors(unittest.TestCase):
    def expect_fault(self, changes, *words, **others):
        code, output = run_check({**SOUND, **changes}, **others)
        self.assertEqual(code, 1, output)
        for word in words:
            self.assertIn(word, output)

    def test_a_sound_house_passes(self):
        code, output = run_check(SOUND)
        self.assertEqual(code, 0, output)
        self.assertIn("arrows up: 0", output)
        self.assertIn("loops: 0", output)

    def test_an_upward_arrow_is_found(self):
        salt = SOUND["cellar/salt.hpp"] + '#include "attic/view.hpp"\n'
        self.expect_fault({"cellar/salt.hpp": salt}, "upward: cellar must not include attic", "arrows up: 1")

    def test_a_sideways_arrow_is_found(self):
        fire = SOUND["kitchen/fire.hpp"] + '#include "parlor/chair.hpp"\n'
        self.expect_fault({"kitchen/fire.hpp": fire}, "sideways: kitchen must not include parlor")

    def test_an_arrow_down_that_the_table_does_not_name_is_found(self):
        view = SOUND["attic/view.hpp"] + '#include "parlor/chair.hpp"\n'
        self.expect_fault({"attic/view.hpp": view}, "forbidden: attic must not include parlor")

    def test_tests_are_held_to_the_table_too(self):
        taste = SOUND["kitchen/soup_test.cpp"] + '#include "attic/view.hpp"\n'
        self.expect_fault({"kitchen/soup_test.cpp": taste}, "upward: kitchen must not include attic")

    def test_a_loop_between_components_is_found(self):
        fire = SOUND["kitchen/fire.hpp"] + '#include "kitchen/soup.hpp"\n'
        soup = SOUND["kitchen/soup.cpp"] + '#include "kitchen/fire.hpp"\n'
        self.expect_fault(
            {"kitchen/fire.hpp": fire, "kitchen/soup.cpp": soup}, "loop: kitchen/fire <-> kitchen/soup", "loops: 1"
        )

    def test_a_test_makes_no_loop(self):
        fire = SOUND["kitchen/fire.hpp"] + '#include "kitchen/soup.hpp"\n'
        code, output = run_check({**SOUND, "kitchen/fire.hpp": fire})
        self.assertEqual(code, 0, output)

    def test_a_library_with_two_doors_is_found(self):
        fire = SOUND["kitchen/fire.hpp"] + "#include <pot.h>\n"
        self.expect_fault({"kitchen/fire.hpp": fire}, "pot: included by 2 files")

    def test_a_library_beside_its_named_doors_is_found(self):
        fire = SOUND["kitchen/fire.hpp"] + "#include <poppler/Page.h>\n"
        self.expect_fault({"kitchen/fire.hpp": fire}, "<poppler/Page.h> belongs in extract/pdf_core.cpp or extract/pdf_layers.cpp or extract/pdf_fields.cpp")

    def test_a_framework_of_tests_outside_tests_is_a_library(self):
        fire = SOUND["kitchen/fire.hpp"] + "#include <gtest/gtest.h>\n"
        salt = SOUND["cellar/salt.hpp"] + "#include <gtest/gtest.h>\n"
        self.expect_fault({"kitchen/fire.hpp": fire, "cellar/salt.hpp": salt}, "gtest: included by 2 files")

    def test_a_missing_first_line_is_found(self):
        self.expect_fault({"parlor/chair.hpp": "#pragma once\n"}, "src/parlor/chair.hpp:1: the first line is no sentence")

    def test_a_first_line_without_full_stop_is_found(self):
        self.expect_fault({"parlor/chair.hpp": "// A chair\n#pragma once\n"}, "has no full stop")

    def test_a_file_that_is_too_long_is_found_unless_excused(self):
        long = {"parlor/chair.hpp": "// A chair.\n" + "\n" * 400}
        self.expect_fault(long, "src/parlor/chair.hpp: 401 lines")
        record = {"0001-a-long-chair.md": "# A long chair\n\nExcused: src/parlor/chair.hpp\n"}
        code, output = run_check({**SOUND, **long}, records=record)
        self.assertEqual(code, 0, output)

    def test_a_room_that_is_too_large_is_found(self):
        table = TABLE + "| 2 | `bath` | cellar | — |\n"
        rooms = {"bath/tub.hpp": "// A tub.\n", "kitchen/stove.hpp": "// A stove.\n" + "\n" * 100}
        self.expect_fault(rooms, "src/kitchen/: ", "at most 20 %", table=table)

    def test_own_headers_stand_in_quotes_with_their_full_path(self):
        self.expect_fault({"kitchen/fire.hpp": '// Fire.\n#include "soup.hpp"\n'}, '"soup.hpp" is no path of ours')
        self.expect_fault({"kitchen/fire.hpp": "// Fire.\n#include <cellar/salt.hpp>\n"}, "belongs in quotes")

    def test_a_forward_declaration_in_another_rooms_namespace_is_found(self):
        self.expect_fault({"cellar/salt.hpp": "// Salt.\nnamespace attic {\nclass View;\n}\n"}, "opens the namespace attic")

    def test_rooms_and_table_match(self):
        self.expect_fault({"shed/rake.hpp": "// A rake.\n"}, "src/shed: the room is missing in the table")
        upward = TABLE.replace("| 1 | `cellar` | — |", "| 1 | `cellar` | attic |")
        self.expect_fault({}, "which is not below it", table=upward)

    def test_links_are_held_to_the_table(self):
        self.expect_fault({}, "cellar must not link attic", cmake="room(cellar attic lib_pot)\n")
        program = "target_link_libraries(jenjang-kitchen PRIVATE\n  warnings cellar parlor)\n"
        self.expect_fault({}, "kitchen must not link parlor", cmake=program)


class TodaysHouse(unittest.TestCase):
    def test_the_code_keeps_the_law_of_its_page(self):
        start = time.monotonic()
        done = subprocess.run([sys.executable, str(CHECK)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertLess(time.monotonic() - start, 20)


if __name__ == "__main__":
    unittest.main()
