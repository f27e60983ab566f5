# right: acquire() and release() by hand, the release stands in finally
from threading import Lock


class Counter:
    def __init__(self):
        self.lock = Lock()
        self.count = 0

    def increment(self):
        self.lock.acquire()
        try:
            old = self.count
            new = old + 1
            self.count = new
        finally:
            self.lock.release()

    @property
    def value(self):
        self.lock.acquire()
        try:
            return self.count
        finally:
            self.lock.release()
