# right: the textbook turnstile: a writer stands in the door, and readers switch the light on and off
from contextlib import contextmanager
from threading import Lock, Semaphore


class ReadWriteLock:
    def __init__(self):
        self.turnstile = Semaphore(1)
        self.room_empty = Semaphore(1)
        self.mutex = Lock()
        self.readers = 0

    @contextmanager
    def reading(self):
        with self.turnstile:
            pass
        with self.mutex:
            self.readers += 1
            if self.readers == 1:
                self.room_empty.acquire()
        try:
            yield
        finally:
            with self.mutex:
                self.readers -= 1
                if self.readers == 0:
                    self.room_empty.release()

    @contextmanager
    def writing(self):
        with self.turnstile, self.room_empty:
            yield
