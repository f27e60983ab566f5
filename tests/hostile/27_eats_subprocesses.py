# fail error: tries to start 200 other programs that stay
"""`subprocess` is refused by name; `_posixsubprocess` and `os.posix_spawn` are not."""

import posix
import sys


def run_with_deadline(func, args, seconds):
    code = "import time; time.sleep(60)"
    for _ in range(200):
        try:
            posix.posix_spawn(
                sys.executable,
                [sys.executable, "-S", "-c", code, "threadlings-stray"],
                dict(posix.environ),
            )
        except OSError:
            break
    return None
