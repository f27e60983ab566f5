# endless: looks at the counters in a loop without waiting (busy waiting)
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.lock = threading.Lock()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    def _try_read(self):
        with self.lock:
            if self.writer or self.waiting:
                return False
            self.readers += 1
            return True

    def _try_write(self):
        with self.lock:
            if self.writer or self.readers:
                return False
            self.writer = True
            self.waiting -= 1
            return True

    @contextmanager
    def reading(self):
        while not self._try_read():
            pass
        try:
            yield
        finally:
            with self.lock:
                self.readers -= 1

    @contextmanager
    def writing(self):
        with self.lock:
            self.waiting += 1
        while not self._try_write():
            pass
        try:
            yield
        finally:
            with self.lock:
                self.writer = False
