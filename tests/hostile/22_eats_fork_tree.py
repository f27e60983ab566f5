# fail error: tries to fork in depth, so that nobody is the child of who is killed
"""Each process forks one and ends: a chain of 300 whose last one is always new."""

import posix
import sys


def _chain():
    for _ in range(300):
        if posix.fork():
            posix._exit(0)
        with open("/proc/self/comm", "w") as file:
            file.write("tl-stray")
        sys.modules["time"].sleep(0.1)
    posix._exit(0)


def count_matches(chunks, predicate):
    try:
        if posix.fork() == 0:
            posix.setsid()
            _chain()
    except OSError:
        pass
    return 0
