# too-parallel: the writer's try/finally ends before the yield, so all is free again while it writes
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    def _enter_write(self):
        with self.cond:
            self.waiting += 1
            self.cond.wait_for(lambda: not self.writer and not self.readers)
            self.waiting -= 1
            self.writer = True

    def _leave_write(self):
        with self.cond:
            self.writer = False
            self.cond.notify_all()

    @contextmanager
    def reading(self):
        with self.cond:
            self.cond.wait_for(lambda: not self.writer and not self.waiting)
            self.readers += 1
        try:
            yield
        finally:
            with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    @contextmanager
    def writing(self):
        try:
            self._enter_write()
        finally:
            self._leave_write()
        yield
