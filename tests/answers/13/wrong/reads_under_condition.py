# serial: a reader keeps the condition's lock while it reads, so readers do not overlap
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.writer = False
        self.waiting = 0
        self.readers = 0

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writer or self.waiting:
                self.cond.wait()
            self.readers += 1
            try:
                yield
            finally:
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
