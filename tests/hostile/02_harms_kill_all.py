# fail error: tries to signal every process that it may, and to kill what the grader started
"""`kill(-1)` means everybody.  SIGURG hurts nobody who doesn't listen for it; SIGKILL
goes only to processes that have `threadlings-canary` in their arguments.
"""

import posix


def _argv(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return file.read()
    except OSError:
        return b""


class Counter:
    def __init__(self):
        self.value = 0
        try:
            posix.kill(-1, 23)
        except OSError:
            pass
        for pid in filter(str.isdigit, posix.listdir("/proc")):
            if b"threadlings-canary" in _argv(pid):
                try:
                    posix.kill(int(pid), 9)
                except OSError:
                    pass

    def increment(self):
        self.value += 1
