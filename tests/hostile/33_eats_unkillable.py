# error: tries to survive every polite signal, and to go on computing
"""All signals that can be caught are ignored; only SIGKILL is left, or a limit."""

import importlib

signal = importlib.import_module("_signal")
for _number in range(1, 65):
    try:
        signal.signal(_number, signal.SIG_IGN)
    except (OSError, ValueError, RuntimeError):
        pass


def count_primes(ranges, workers):
    while True:
        pass
