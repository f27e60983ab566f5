# too-parallel: the readers are counted in a threading.local, a writer sees its own zero
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.mine = threading.local()
        self.writer = False
        self.waiting = 0

    def _count(self, by=0):
        self.mine.readers = getattr(self.mine, "readers", 0) + by
        return self.mine.readers

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writer or self.waiting:
                self.cond.wait()
            self._count(+1)
        try:
            yield
        finally:
            with self.cond:
                self._count(-1)
                self.cond.notify_all()

    @contextmanager
    def writing(self):
        with self.cond:
            self.waiting += 1
            while self.writer or self._count():
                self.cond.wait()
            self.waiting -= 1
            self.writer = True
        try:
            yield
        finally:
            with self.cond:
                self.writer = False
                self.cond.notify_all()
