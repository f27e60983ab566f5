# deadlock: with two conditions, a leaving writer tells the writers only; waiting readers sleep on
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.lock = threading.Lock()
        self.can_read = threading.Condition(self.lock)
        self.can_write = threading.Condition(self.lock)
        self.readers = 0
        self.writer = False
        self.waiting = 0

    @contextmanager
    def reading(self):
        with self.can_read:
            while self.writer or self.waiting:
                self.can_read.wait()
            self.readers += 1
        try:
            yield
        finally:
            with self.can_write:
                self.readers -= 1
                self.can_write.notify()

    @contextmanager
    def writing(self):
        with self.can_write:
            self.waiting += 1
            while self.writer or self.readers:
                self.can_write.wait()
            self.waiting -= 1
            self.writer = True
        try:
            yield
        finally:
            with self.can_write:
                self.writer = False
                self.can_write.notify()
