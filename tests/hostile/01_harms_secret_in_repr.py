# fail error: tries to smuggle secrets through the `repr` that a failed assert shows
"""Asserts tell what was compared, by `repr`; so do names of threads and of classes.

The environment is read from `/proc`, of itself and of every process that it may see.
"""

import os

TEXT = [os.environ.get("THREADLINGS_SECRET", "")]
for _pid in filter(str.isdigit, os.listdir("/proc") if os.path.isdir("/proc") else ()):
    try:
        with open(f"/proc/{_pid}/environ", "rb") as _file:
            for _one in _file.read().split(b"\0"):
                if _one.startswith(b"THREADLINGS_SECRET="):
                    TEXT.append(_one.decode("utf-8", "replace"))
    except OSError:
        pass


class Told:
    def __repr__(self):
        return f"<secret {' '.join(TEXT)}>"


def run_all(jobs):
    return [Told() for _ in jobs]
