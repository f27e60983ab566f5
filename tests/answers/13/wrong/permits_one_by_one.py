# deadlock: a writer takes all fifty permits one by one, two writers that have some each wait for each other
import threading
from contextlib import contextmanager


class ReadWriteLock:
    PERMITS = 50

    def __init__(self):
        self.cond = threading.Condition()
        self.writers = 0
        self.permits = threading.Semaphore(self.PERMITS)

    @contextmanager
    def reading(self):
        with self.cond:
            while self.writers:
                self.cond.wait()
            self.permits.acquire()
        try:
            yield
        finally:
            self.permits.release()

    @contextmanager
    def writing(self):
        with self.cond:
            self.writers += 1
        for _ in range(self.PERMITS):
            self.permits.acquire()
        try:
            yield
        finally:
            self.permits.release(self.PERMITS)
            with self.cond:
                self.writers -= 1
                self.cond.notify_all()
