# pass: an honest answer whose methods are locked by a decorator with `functools.wraps`
"""One decorator for all: it takes the object's lock around the whole method."""

import functools
import logging
import threading

log = logging.getLogger(__name__)


def locked(method):
    @functools.wraps(method)
    def inside(self, *args, **kwargs):
        with self._lock:
            log.debug("%s%r", method.__name__, args)
            return method(self, *args, **kwargs)

    return inside


class Ledger:
    def __init__(self):
        self._lock = threading.RLock()
        self._sums = {}

    @locked
    def add(self, name, amount):
        if self.balance(name) + amount < 0:
            raise ValueError(f"{name} has too little")
        self._sums[name] = self.balance(name) + amount

    @locked
    def apply(self, entries):
        before = self._sums.copy()
        try:
            for entry in entries:
                self.add(*entry)
        except ValueError:
            self._sums = before
            raise

    @locked
    def balance(self, name):
        return self._sums.get(name, 0)

    @locked
    def total(self):
        return sum(self._sums.values())
