# deadlock: a reader that leaves with an exception is uncounted but the waiting writer is not told
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writer or self.waiting:
                self.cond.wait()
            self.readers += 1
        try:
            yield
        except BaseException:
            with self.cond:
                self.readers -= 1
            raise
        else:
            with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    @contextmanager
    def writing(self):
        with self.cond:
            self.waiting += 1
            while self.writer or self.readers:
                self.cond.wait()
            self.waiting -= 1
            self.writer = True
        try:
            yield
        finally:
            with self.cond:
                self.writer = False
                self.cond.notify_all()
