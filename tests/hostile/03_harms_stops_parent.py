# fail error: tries to stop the process that has started it, for ten seconds
"""A launcher that is stopped looks at no clock.  A child wakes it up again, later."""

import posix
import sys

_PARENT = posix.getppid()
try:
    if _PARENT > 1 and posix.fork() == 0:
        posix.setsid()
        code = f"import os, time; time.sleep(10); os.kill({_PARENT}, 18)"
        python = sys.executable
        posix.execv(python, [python, "-c", code, "threadlings-stray"])
    if _PARENT > 1:
        posix.kill(_PARENT, 19)
except OSError:
    pass


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = []

    def put(self, item):
        self._items.append(item)

    def get(self):
        return self._items.pop()

    def __len__(self):
        return len(self._items)
