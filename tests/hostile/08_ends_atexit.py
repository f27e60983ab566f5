# fail error: tries to turn the exit code into 0 in an `atexit` function
"""What is wrong is reported by a code at the end; the last function to run sets it."""

import atexit
import posix

atexit.register(posix._exit, 0)


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    raise SystemExit(0)
