# late: looks at the counters every 0.2 s instead of being woken
import threading
import time
from contextlib import contextmanager


class ReadWriteLock:
    PAUSE = 0.2

    def __init__(self):
        self.lock = threading.Lock()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    @contextmanager
    def reading(self):
        while True:
            with self.lock:
                if not self.writer and not self.waiting:
                    self.readers += 1
                    break
            time.sleep(self.PAUSE)
        try:
            yield
        finally:
            with self.lock:
                self.readers -= 1

    @contextmanager
    def writing(self):
        with self.lock:
            self.waiting += 1
        while True:
            with self.lock:
                if not self.writer and not self.readers:
                    self.waiting -= 1
                    self.writer = True
                    break
            time.sleep(self.PAUSE)
        try:
            yield
        finally:
            with self.lock:
                self.writer = False
