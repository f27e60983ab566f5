# wrong-tool: a Condition is made and notified, but the waiting is done by semaphores
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._cond = threading.Condition()
        self._free = threading.Semaphore(capacity)
        self._filled = threading.Semaphore(0)
        self._items = deque()

    def put(self, item):
        self._free.acquire()
        with self._cond:
            self._items.append(item)
            self._cond.notify()
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._cond:
            item = self._items.popleft()
            self._cond.notify()
        self._free.release()
        return item

    def __len__(self):
        with self._cond:
            return len(self._items)
