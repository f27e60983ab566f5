# error: tries to keep the process alive when it should end, by threads and `atexit`
"""Ending takes its time: a finalizer that sleeps, one that makes another, no daemon."""

import atexit
import importlib
import sys
import weakref

sleep = sys.modules["time"].sleep


def _again():
    atexit.register(_again)
    sleep(1)


class Slow:
    def __del__(self):
        sleep(60)
        Slow.kept = Slow()


atexit.register(_again)
weakref.finalize(sys, sleep, 60)
importlib.import_module("_thread").start_new_thread(sleep, (120,))
KEPT = Slow()


class ReadWriteLock:
    def __init__(self):
        self._slow = Slow()

    reading = writing = None
