# crash: the first reader acquires an RLock and the last one, another thread, releases it (RuntimeError)
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.turnstile = threading.Lock()
        self.room = threading.RLock()
        self.mutex = threading.Lock()
        self.readers = 0

    @contextmanager
    def reading(self):
        with self.turnstile:
            with self.mutex:
                self.readers += 1
                if self.readers == 1:
                    self.room.acquire()
        try:
            yield
        finally:
            with self.mutex:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    @contextmanager
    def writing(self):
        with self.turnstile:
            with self.room:
                yield
