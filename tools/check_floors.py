#!/usr/bin/env python3
"""Checks the house: who may include whom (the table in docs/architecture.md), loops, doors of libraries, file limits."""

import argparse
import pathlib
import re
import sys

LINES_MAX = 400
ROOM_SHARE_MAX = 0.2

STANDARD = set(
    """
    algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
    clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
    cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution filesystem format forward_list fstream
    functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
    memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator
    semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view
    strstream syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set utility
    valarray variant vector version
    assert.h ctype.h errno.h fenv.h float.h inttypes.h iso646.h limits.h locale.h math.h setjmp.h signal.h stdarg.h
    stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h tgmath.h time.h uchar.h wchar.h wctype.h
    dirent.h dlfcn.h fcntl.h fnmatch.h glob.h grp.h iconv.h langinfo.h libgen.h netdb.h poll.h pthread.h pwd.h sched.h
    semaphore.h spawn.h strings.h syslog.h termios.h unistd.h wordexp.h
    """.split()
)
SYSTEM_FOLDERS = ("sys/", "linux/", "arpa/", "netinet/", "net/")

# Value types and test frameworks that are nobody's alone (docs/architecture.md, "Doors").
FREE_EVERYWHERE = ("fmt/", "boost/describe")
FREE_IN_TESTS = ("gtest/", "gmock/", "rapidcheck", "benchmark/")
FREE_PLACES = {"tl/expected.hpp": ("base/result.hpp",), "boost/multiprecision": ("base/rational.cpp", "base/rational_test.cpp"),
               # What opens, what is drawn and what is signed: three purposes, a file each (docs/decisions/0026).
               "poppler/": ("extract/pdf_core.cpp", "extract/pdf_layers.cpp", "extract/pdf_fields.cpp")}
# Names of others that a file may open: specializations and generators of values.
FOREIGN_NAMESPACES = {"std", "rc", "testing", "detail"}

TABLE_ROW = re.compile(r"^\|\s*(\d+)\s*\|\s*`(\w+)`[^|]*\|([^|]*)\|")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
NAMESPACE = re.compile(r"^(?:inline )?namespace (\w+)(?:::\w+)* \{")
LINKS = re.compile(r"^room\((\w+)([^)]*)\)", re.MULTILINE)
PROGRAM_LINKS = re.compile(r"^target_link_libraries\((?:jenjang-)?(\w+?)(?:_readers)? PRIVATE([^)]*)\)", re.MULTILINE)
# A room may be several programs and a library that they share.
ROOM_OF_PROGRAM = {"ocr": "extract"}


class House:
    """Floors and permissions as the table says them."""

    def __init__(self, text):
        self.floor = {}
        self.may = {}
        for line in text.splitlines():
            row = TABLE_ROW.match(line)
            if row:
                room = row.group(2)
                self.floor[room] = int(row.group(1))
                self.may[room] = set(re.findall(r"\b[a-z]\w*\b", row.group(3)))


def is_test(path):
    return path.name.endswith("_test.cpp")


def library_of(header):
    """The library that a header belongs to, as far as its name tells."""
    parts = header.split("/")
    if parts[0] == "boost" and len(parts) > 1:
        return "boost/" + parts[1].removesuffix(".hpp")
    if parts[0] == "poppler" and len(parts) > 1:
        return "poppler's core"  # beside poppler-cpp, whose headers are poppler-….h
    return re.split(r"[-.]", parts[0])[0]


def is_system(header):
    return header in STANDARD or header.startswith(SYSTEM_FOLDERS)


def read_includes(lines):
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1), found.group(2)


def check_table(house, source):
    findings = []
    rooms = sorted(folder.name for folder in source.iterdir() if folder.is_dir())
    for room in rooms:
        if room not in house.floor:
            findings.append(f"src/{room}: the room is missing in the table")
    for room, allowed in house.may.items():
        if room not in rooms:
            findings.append(f"docs/architecture.md: the table names the room {room}, which does not exist")
        for other in sorted(allowed):
            if other not in house.floor:
                findings.append(f"docs/architecture.md: {room} may include {other}, which is no room")
            elif house.floor[other] >= house.floor[room]:
                findings.append(f"docs/architecture.md: {room} may include {other}, which is not below it")
    return findings


def check_arrow(house, room, other, place):
    """A sentence on an include that the table forbids; empty where it may stand."""
    if other == room or other in house.may.get(room, ()):
        return "", False
    up = house.floor.get(other, 0) > house.floor.get(room, 0)
    level = house.floor.get(other) == house.floor.get(room)
    kind = "upward" if up else "sideways" if level else "forbidden"
    return f"{place}: {kind}: {room} must not include {other}", up


def check_links(house, cmake):
    """The libraries that a room is linked with are rooms that it may include."""
    findings = []
    for name, words in LINKS.findall(cmake) + PROGRAM_LINKS.findall(cmake):
        room = ROOM_OF_PROGRAM.get(name, name)
        for other in words.split():
            if room in house.floor and other in house.floor and other not in house.may.get(room, ()):
                findings.append(f"src/CMakeLists.txt: {room} must not link {other}")
    return findings


def check_first_sentence(place, lines):
    """A file begins with a comment whose first paragraph is closed by a full stop."""
    paragraph = []
    for line in lines:
        if not re.match(r"//( \S|$)", line) or line == "//":
            break
        paragraph.append(line[3:])
    if not paragraph:
        return [f"{place}:1: the first line is no sentence that says what the file is for"]
    text = " ".join(paragraph)
    if not text.endswith(".") and not re.search(r"\.\s", text):
        return [f"{place}:1: the sentence on the first line has no full stop"]
    return []


def find_loops(graph):
    """Strongly connected sets of more than one component (Tarjan, without recursion)."""
    index, low, stack, on_stack, loops = {}, {}, [], set(), []
    for root in sorted(graph):
        if root in index:
            continue
        work = [(root, iter(sorted(graph[root])))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, others = work[-1]
            for other in others:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    on_stack.add(other)
                    work.append((other, iter(sorted(graph.get(other, ())))))
                    break
                if other in on_stack:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    members = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        members.append(member)
                        if member == node:
                            break
                    if len(members) > 1:
                        loops.append(sorted(members))
    return loops


def check_doors(users):
    """Each library of others is included by one file only."""
    findings = []
    for library, files in sorted(users.items()):
        if len(files) > 1:
            findings.append(f"{library}: included by {len(files)} files, not by one: {', '.join(sorted(files))}")
    return findings


def named_doors(header):
    """The files that may include a library with more doors than one."""
    return [file for name, files in FREE_PLACES.items() if header.startswith(name) for file in files]


def needs_door(header, relative):
    if is_system(header) or header.startswith(FREE_EVERYWHERE):
        return False
    for_tests = relative.endswith("_test.cpp") or relative.endswith("_for_test.hpp") or "fixture" in relative
    if for_tests and header.startswith(FREE_IN_TESTS):
        return False
    return relative not in named_doors(header)


class Reading:
    """What is gathered over all files: findings, arrows, and who includes which library."""

    def __init__(self, source, house, excuses):
        self.source, self.house, self.excuses = source, house, excuses
        self.findings, self.up = [], 0
        self.graph, self.users, self.lines_of = {}, {}, {}

    def read_file(self, path):
        relative = path.relative_to(self.source).as_posix()
        room, place = relative.split("/")[0], f"src/{relative}"
        lines = path.read_text(encoding="utf-8").splitlines()
        self.findings += check_first_sentence(place, lines)
        if len(lines) > LINES_MAX and place not in self.excuses:
            self.findings.append(f"{place}: {len(lines)} lines, at most {LINES_MAX}")
        for number, line in enumerate(lines, 1):
            opened = NAMESPACE.match(line)
            if opened and opened.group(1) != room and opened.group(1) not in FOREIGN_NAMESPACES:
                self.findings.append(f"{place}:{number}: opens the namespace {opened.group(1)} of another room")
        component = None
        if not is_test(path):
            self.lines_of[room] = self.lines_of.get(room, 0) + len(lines)
            component = relative.rsplit(".", 1)[0]
            self.graph.setdefault(component, set())
        for number, sign, header in read_includes(lines):
            self.read_include(f"{place}:{number}", relative, component, sign, header)

    def read_include(self, place, relative, component, sign, header):
        is_ours = (self.source / header).is_file()
        if sign == "<":
            if is_ours:
                self.findings.append(f"{place}: own header <{header}> belongs in quotes")
            elif named_doors(header) and needs_door(header, relative):
                self.findings.append(f"{place}: <{header}> belongs in {' or '.join(named_doors(header))}")
            elif needs_door(header, relative):
                self.users.setdefault(library_of(header), set()).add(relative)
            return
        if not is_ours:
            self.findings.append(f'{place}: "{header}" is no path of ours from src/')
            return
        sentence, upward = check_arrow(self.house, relative.split("/")[0], header.split("/")[0], place)
        self.up += upward
        if sentence:
            self.findings.append(sentence)
        target = header.rsplit(".", 1)[0]
        if component and target != component:
            self.graph[component].add(target)


def check_shares(lines_of, excuses):
    """A house of a few rooms has no fifths; the rule begins where five rooms stand."""
    total = sum(lines_of.values())
    return [
        f"src/{room}/: {100 * count / total:.0f} % of src/, at most {100 * ROOM_SHARE_MAX:.0f} %"
        for room, count in sorted(lines_of.items())
        if len(lines_of) >= 5 and count / total > ROOM_SHARE_MAX and f"src/{room}/" not in excuses
    ]


def read_excuses(root):
    """The lines of decision records that excuse a file or a room."""
    return "\n".join(
        line
        for record in sorted(root.glob("docs/decisions/*.md"))
        for line in record.read_text(encoding="utf-8").splitlines()
        if line.startswith("Excused:")
    )


def check_house(root):
    """All findings, and the figures that are printed."""
    source = root / "src"
    house = House((root / "docs/architecture.md").read_text(encoding="utf-8"))
    excuses = read_excuses(root)
    reading = Reading(source, house, excuses)
    for path in sorted(path for path in source.rglob("*") if path.suffix in (".hpp", ".cpp")):
        reading.read_file(path)
    loops = find_loops(reading.graph)
    cmake = source / "CMakeLists.txt"
    findings = check_table(house, source)
    findings += check_links(house, cmake.read_text(encoding="utf-8")) if cmake.exists() else []
    findings += reading.findings
    findings += [f"loop: {' <-> '.join(loop)}" for loop in loops]
    findings += check_doors(reading.users)
    findings += check_shares(reading.lines_of, excuses)
    total = sum(reading.lines_of.values()) or 1
    return findings, house, {"up": reading.up, "loops": len(loops), "lines": reading.lines_of, "total": total}


def print_house(house, figures):
    for floor in sorted(set(house.floor.values()), reverse=True):
        rooms = [room for room in house.floor if house.floor[room] == floor]
        shares = (f"{room} {100 * figures['lines'].get(room, 0) / figures['total']:.0f} %" for room in rooms)
        print(f"{floor:3}  {' · '.join(shares)}")
    print(f"{len(house.floor)} rooms, {figures['total']} lines without tests")
    print(f"arrows up: {figures['up']}")
    print(f"loops: {figures['loops']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    findings, house, figures = check_house(parser.parse_args().root)
    print_house(house, figures)
    for finding in findings:
        print(finding)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
