"""Begin podman, hand it one open file, and wait for it and for its watcher.

`python -I -S attend.py NUMBER PODMAN …`.  What watches over a container, conmon, is no
child of podman's any more, and would come to the launcher.  Linux only.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST = 3  # the number that the file has for podman
WATCHER = "conmon"
SUBREAPER = 36


def main(arguments: list[str]) -> int:
    """Podman's exit code, once nobody watches over its container any more."""
    number, *program = arguments
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    child = os.fork()
    if not child:
        _become(int(number), program)
    os.close(int(number))
    pid, status = 0, 0
    while pid != child:
        pid, status = os.wait()
    for pid in _watchers():  # others, of the user's other containers, may live on
        os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def _watchers() -> Iterator[int]:
    """Those that have come to us."""
    for pid in (
        Path("/proc/self/task", f"{os.getpid()}", "children").read_text().split()
    ):
        if Path("/proc", pid, "comm").read_text().strip() == WATCHER:
            yield int(pid)


def _become(number: int, program: list[str]) -> None:
    os.dup2(number, FIRST)
    if number != FIRST:
        os.close(number)
    try:
        os.execvp(program[0], program)
    except OSError as error:
        print(f"{program[0]}: {error.strerror}", file=sys.stderr, flush=True)
        os._exit(127)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
