# right: an Event is the gate for readers (checked again under the lock), a Condition lets the writers in
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._gate = threading.Event()
        self._gate.set()
        self._room = threading.Condition()
        self._readers = 0
        self._writers = 0          # waiting and writing
        self._busy = False

    def _try_read(self):
        with self._room:
            if self._writers == 0:
                self._readers += 1
                return True
            return False

    @contextmanager
    def reading(self):
        while not self._try_read():
            self._gate.wait()
        try:
            yield
        finally:
            with self._room:
                self._readers -= 1
                self._room.notify_all()

    @contextmanager
    def writing(self):
        with self._room:
            self._writers += 1
            self._gate.clear()
            while self._busy or self._readers:
                self._room.wait()
            self._busy = True
        try:
            yield
        finally:
            with self._room:
                self._busy = False
                self._writers -= 1
                if self._writers == 0:
                    self._gate.set()
                self._room.notify_all()
