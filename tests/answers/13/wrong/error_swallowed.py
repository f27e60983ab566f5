# wrong-result: __exit__ returns True, an exception in the body does not come out
import threading


class _Section:
    def __init__(self, enter, leave):
        self._enter, self._leave = enter, leave

    def __enter__(self):
        self._enter()

    def __exit__(self, exc_type, exc, tb):
        self._leave()
        return True


class ReadWriteLock:
    def __init__(self):
        self._cond = threading.Condition()
        self._readers = 0
        self._writer = False
        self._waiting = 0

    def reading(self):
        return _Section(self._start_read, self._end_read)

    def writing(self):
        return _Section(self._start_write, self._end_write)

    def _start_read(self):
        with self._cond:
            while self._writer or self._waiting:
                self._cond.wait()
            self._readers += 1

    def _end_read(self):
        with self._cond:
            self._readers -= 1
            self._cond.notify_all()

    def _start_write(self):
        with self._cond:
            self._waiting += 1
            while self._writer or self._readers:
                self._cond.wait()
            self._waiting -= 1
            self._writer = True

    def _end_write(self):
        with self._cond:
            self._writer = False
            self._cond.notify_all()
