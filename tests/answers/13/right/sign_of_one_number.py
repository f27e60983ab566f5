# right: one signed number (-1 a writer, n readers) and a set of waiting writers, subclass of Condition
import threading
from contextlib import contextmanager


class ReadWriteLock(threading.Condition):
    def __init__(self):
        super().__init__(threading.RLock())
        self.holders = 0
        self.waiting = set()

    def _change(self, by):
        with self:
            self.holders += by
            self.notify_all()

    @contextmanager
    def reading(self):
        with self:
            self.wait_for(lambda: self.holders >= 0 and not self.waiting)
            self.holders += 1
        try:
            yield
        finally:
            self._change(-1)

    @contextmanager
    def writing(self):
        me = object()
        with self:
            self.waiting.add(me)
            try:
                self.wait_for(lambda: self.holders == 0)
                self.holders = -1
            finally:
                self.waiting.discard(me)
        try:
            yield
        finally:
            self._change(+1)
