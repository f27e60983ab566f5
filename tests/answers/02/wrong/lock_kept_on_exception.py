# deadlock: the KeyError at a thread's first increment jumps over release(), so the lock is kept
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._counts = {}

    def increment(self):
        me = threading.get_ident()
        try:
            self._lock.acquire()
            self._counts[me] += 1
            self._lock.release()
        except KeyError:
            self._counts[me] = 1

    @property
    def value(self):
        with self._lock:
            return sum(self._counts.values())
