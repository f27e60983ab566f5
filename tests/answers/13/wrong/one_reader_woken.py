# serial: a leaving writer lets one reader in, the others wait until that one has left
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
        with self.lock:
            while self.writer or self.waiting:
                self.can_read.wait()
            self.readers += 1
        try:
            yield
        finally:
            with self.lock:
                self.readers -= 1
                if self.waiting:
                    self.can_write.notify()
                else:
                    self.can_read.notify()

    @contextmanager
    def writing(self):
        with self.lock:
            self.waiting += 1
            while self.writer or self.readers:
                self.can_write.wait()
            self.waiting -= 1
            self.writer = True
        try:
            yield
        finally:
            with self.lock:
                self.writer = False
                if self.waiting:
                    self.can_write.notify()
                else:
                    self.can_read.notify()
