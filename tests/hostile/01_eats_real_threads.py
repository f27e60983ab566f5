# fail error: tries to start 2,000 real threads that sleep
"""Each takes a task of the system and a stack of the address space."""

import importlib
import sys

start = importlib.import_module("_thread").start_new_thread


def run_all(jobs):
    started = 0
    try:
        for _ in range(2_000):
            start(sys.modules["time"].sleep, (60,))
            started += 1
    except RuntimeError:
        pass
    return [job() for job in jobs][::-1]
