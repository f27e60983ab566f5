# wrong-result: each thread is counted once only, because the thread goes into a set
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._seen = set()

    def increment(self):
        with self._lock:
            self._seen.add(threading.current_thread())

    @property
    def value(self):
        with self._lock:
            return len(self._seen)
