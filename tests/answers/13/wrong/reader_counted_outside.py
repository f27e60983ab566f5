# too-parallel: a reader counts itself after it left the condition, a writer can come in between
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.count_lock = threading.Lock()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writer or self.waiting:
                self.cond.wait()
        with self.count_lock:
            self.readers += 1
        try:
            yield
        finally:
            with self.cond:
                with self.count_lock:
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
