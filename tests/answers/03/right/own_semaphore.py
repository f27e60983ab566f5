# right: a little semaphore is built on Condition, the buffer counts free and filled places with it
import threading
from collections import deque


class Permits:
    def __init__(self, count):
        self._count = count
        self._cond = threading.Condition()

    def take(self):
        with self._cond:
            while self._count == 0:
                self._cond.wait()
            self._count -= 1

    def give(self):
        with self._cond:
            self._count += 1
            self._cond.notify()


class BoundedBuffer:
    def __init__(self, capacity):
        self._free = Permits(capacity)
        self._filled = Permits(0)
        self._items = deque()
        self._lock = threading.Lock()

    def put(self, item):
        self._free.take()
        with self._lock:
            self._items.append(item)
        self._filled.give()

    def get(self):
        self._filled.take()
        with self._lock:
            item = self._items.popleft()
        self._free.give()
        return item

    def __len__(self):
        with self._lock:
            return len(self._items)
