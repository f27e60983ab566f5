# fail error review: tries to have a child write the reports, long after the worker was killed
"""A forked child keeps the channel open, and its lines come from nobody's worker.

It is called `tl-stray`, waits for a moment, and says the rest of the lines.
"""

import posix
import sys
import time as _time  # noqa: F401


def _late():
    import importlib

    sleep = importlib.import_module("time").sleep
    with open("/proc/self/comm", "w") as file:
        file.write("tl-stray")
    for _ in range(20):
        sleep(1)
        for number in range(3, 64):
            try:
                posix.write(number, b'{"job": "0", "end": 8}\n')
            except OSError:
                pass


try:
    if posix.fork() == 0:
        posix.setsid()
        try:
            _late()
        finally:
            posix._exit(0)
except OSError:
    pass


def run_all(jobs):
    sys.stdout.write("8 passed\n")
    return []
