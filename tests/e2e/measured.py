"""Runs a reader on many files and says what each run took. A small process of its own, since a child's peak of memory counts what
its parent had at the fork: python3 measured.py PROGRAM FILE… prints a JSON list of [exit status, seconds, KiB]."""

import json
import os
import sys


def run(program, path):
    child = os.fork()
    if child == 0:
        os.dup2(os.open(path, os.O_RDONLY), 0)
        nowhere = os.open("/dev/null", os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        os.execv(program, [program])
    _, status, usage = os.wait4(child, 0)
    return [os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss]


if __name__ == "__main__":
    json.dump([run(sys.argv[1], path) for path in sys.argv[2:]], sys.stdout)
