# serial: nobody counts waiting writers, readers that come later pass them for ever
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.readers = 0
        self.writer = False

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writer:
                self.cond.wait()
            self.readers += 1
        try:
            yield
        finally:
            with self.cond:
                self.readers -= 1
                if not self.readers:
                    self.cond.notify_all()

    @contextmanager
    def writing(self):
        with self.cond:
            while self.writer or self.readers:
                self.cond.wait()
            self.writer = True
        try:
            yield
        finally:
            with self.cond:
                self.writer = False
                self.cond.notify_all()
