# too-parallel: a writer waits for the readers only, two writers write at once
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.readers = 0
        self.writers = 0
        self.waiting = 0

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writers or self.waiting:
                self.cond.wait()
            self.readers += 1
        try:
            yield
        finally:
            with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    @contextmanager
    def writing(self):
        with self.cond:
            self.waiting += 1
            while self.readers:
                self.cond.wait()
            self.waiting -= 1
            self.writers += 1
        try:
            yield
        finally:
            with self.cond:
                self.writers -= 1
                self.cond.notify_all()
