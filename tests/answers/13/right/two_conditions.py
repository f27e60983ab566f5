# right: two conditions on one lock, a leaving writer wakes one writer or else all readers
import threading


class _Guard:
    def __init__(self, enter, leave):
        self._enter = enter
        self._leave = leave

    def __enter__(self):
        self._enter()
        return self

    def __exit__(self, exc_type, exc, tb):
        self._leave()
        return False


class ReadWriteLock:
    def __init__(self):
        lock = threading.Lock()
        self.can_read = threading.Condition(lock)
        self.can_write = threading.Condition(lock)
        self.readers = 0
        self.writer = False
        self.queued_writers = 0

    def reading(self):
        return _Guard(self.acquire_read, self.release_read)

    def writing(self):
        return _Guard(self.acquire_write, self.release_write)

    def acquire_read(self):
        with self.can_read:
            while self.writer or self.queued_writers > 0:
                self.can_read.wait()
            self.readers += 1

    def release_read(self):
        with self.can_write:
            self.readers -= 1
            if self.readers == 0:
                self.can_write.notify()

    def acquire_write(self):
        with self.can_write:
            self.queued_writers += 1
            while self.writer or self.readers > 0:
                self.can_write.wait()
            self.queued_writers -= 1
            self.writer = True

    def release_write(self):
        with self.can_write:
            self.writer = False
            if self.queued_writers:
                self.can_write.notify()
            else:
                self.can_read.notify_all()
