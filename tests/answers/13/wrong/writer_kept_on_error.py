# deadlock: __exit__ of the writer frees the lock only when there was no exception
import threading


class _Reading:
    def __init__(self, rw):
        self.rw = rw

    def __enter__(self):
        rw = self.rw
        with rw.cond:
            rw.cond.wait_for(lambda: not rw.writer and not rw.waiting)
            rw.readers += 1

    def __exit__(self, exc_type, exc, tb):
        rw = self.rw
        with rw.cond:
            rw.readers -= 1
            rw.cond.notify_all()


class _Writing:
    def __init__(self, rw):
        self.rw = rw

    def __enter__(self):
        rw = self.rw
        with rw.cond:
            rw.waiting += 1
            rw.cond.wait_for(lambda: not rw.writer and not rw.readers)
            rw.waiting -= 1
            rw.writer = True

    def __exit__(self, exc_type, exc, tb):
        if exc_type is None:
            rw = self.rw
            with rw.cond:
                rw.writer = False
                rw.cond.notify_all()


class ReadWriteLock:
    def __init__(self):
        self.cond = threading.Condition()
        self.readers = 0
        self.waiting = 0
        self.writer = False

    def reading(self):
        return _Reading(self)

    def writing(self):
        return _Writing(self)
