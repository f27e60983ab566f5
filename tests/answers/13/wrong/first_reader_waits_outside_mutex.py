# too-parallel: the first reader waits for the room outside the mutex, a second one walks in while a writer writes
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.room = threading.Semaphore(1)
        self.readers = 0
        self.waiting = 0

    @contextmanager
    def reading(self):
        with self.cond:
            while self.waiting:
                self.cond.wait()
            self.readers += 1
            first = self.readers == 1
        if first:
            self.room.acquire()
        try:
            yield
        finally:
            with self.cond:
                self.readers -= 1
                if self.readers == 0:
                    self.room.release()

    @contextmanager
    def writing(self):
        with self.cond:
            self.waiting += 1
        self.room.acquire()
        with self.cond:
            self.waiting -= 1
            self.cond.notify_all()
        try:
            yield
        finally:
            self.room.release()
