# serial: the first reader locks the room and the last frees it, later readers pass a waiting writer for ever
import threading


class _Side:
    def __init__(self, enter, leave):
        self.enter = enter
        self.leave = leave

    def __enter__(self):
        self.enter()

    def __exit__(self, *exc):
        self.leave()


class ReadWriteLock:
    def __init__(self):
        self.mutex = threading.Lock()
        self.room = threading.Semaphore(1)
        self.readers = 0

    def _switch_on(self):
        with self.mutex:
            self.readers += 1
            if self.readers == 1:
                self.room.acquire()

    def _switch_off(self):
        with self.mutex:
            self.readers -= 1
            if self.readers == 0:
                self.room.release()

    def reading(self):
        return _Side(self._switch_on, self._switch_off)

    def writing(self):
        return _Side(self.room.acquire, self.room.release)
