# right: (if readers who came during a write may go before the next writer, once) Go's sync.RWMutex transcribed: phases alternate, nobody starves
from contextlib import contextmanager
from threading import Lock, Semaphore

MAX_READERS = 1 << 30


class AtomicInt:
    def __init__(self):
        self._value, self._lock = 0, Lock()

    def add(self, delta):
        with self._lock:
            self._value += delta
            return self._value


class ReadWriteLock:
    def __init__(self):
        self.w = Lock()
        self.writer_sem = Semaphore(0)
        self.reader_sem = Semaphore(0)
        self.reader_count = AtomicInt()
        self.reader_wait = AtomicInt()

    @contextmanager
    def reading(self):
        if self.reader_count.add(1) < 0:          # a writer is there or waits
            self.reader_sem.acquire()
        try:
            yield
        finally:
            if self.reader_count.add(-1) < 0 and self.reader_wait.add(-1) == 0:
                self.writer_sem.release()          # the last one the writer waits for

    @contextmanager
    def writing(self):
        with self.w:
            active = self.reader_count.add(-MAX_READERS) + MAX_READERS
            if active != 0 and self.reader_wait.add(active) != 0:
                self.writer_sem.acquire()
            try:
                yield
            finally:
                for _ in range(self.reader_count.add(MAX_READERS)):
                    self.reader_sem.release()
