# right: next() on one itertools.count counts the increments, reads take a ticket too and are subtracted
import itertools
import threading


class Counter:
    def __init__(self):
        self._tickets = itertools.count()
        self._reads = 0
        self._read_lock = threading.Lock()

    def increment(self):
        next(self._tickets)

    @property
    def value(self):
        with self._read_lock:
            result = next(self._tickets) - self._reads
            self._reads += 1
            return result
