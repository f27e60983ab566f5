# deadlock: a writer that got in stays counted as waiting, no reader comes in any more
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
            self.cond.wait_for(lambda: not self.writer and self.waiting == 0)
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
            self.cond.wait_for(lambda: not self.writer and self.readers == 0)
            self.writer = True
        try:
            yield
        finally:
            with self.cond:
                self.writer = False
                self.cond.notify_all()
