# right: private semaphores, the one who leaves counts the next ones in before it wakes them (baton passing)
import threading
from dataclasses import dataclass, field


@dataclass
class _State:
    active_readers: int = 0
    active_writers: int = 0
    delayed_readers: int = 0
    delayed_writers: int = 0
    mutex: threading.Lock = field(default_factory=threading.Lock)
    readers: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))
    writers: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def pass_on(self):
        """Called with the mutex held."""
        if self.active_writers:
            return
        if self.delayed_writers:
            if not self.active_readers:
                self.delayed_writers -= 1
                self.active_writers = 1
                self.writers.release()
        else:
            while self.delayed_readers:
                self.delayed_readers -= 1
                self.active_readers += 1
                self.readers.release()


class _Reading:
    def __init__(self, state):
        self.state = state

    def __enter__(self):
        s = self.state
        with s.mutex:
            wait = s.active_writers or s.delayed_writers
            if wait:
                s.delayed_readers += 1
            else:
                s.active_readers += 1
        if wait:
            s.readers.acquire()

    def __exit__(self, *_):
        with self.state.mutex:
            self.state.active_readers -= 1
            self.state.pass_on()


class _Writing:
    def __init__(self, state):
        self.state = state

    def __enter__(self):
        s = self.state
        with s.mutex:
            s.delayed_writers += 1
            s.pass_on()
        s.writers.acquire()

    def __exit__(self, *_):
        with self.state.mutex:
            self.state.active_writers = 0
            self.state.pass_on()


class ReadWriteLock:
    def __init__(self):
        self._state = _State()

    def reading(self):
        return _Reading(self._state)

    def writing(self):
        return _Writing(self._state)
