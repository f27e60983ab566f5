# deadlock: put() holds the plain Lock and calls len(self), which wants the same Lock
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._lock = threading.Lock()
        self._cond = threading.Condition(self._lock)

    def __len__(self):
        with self._lock:
            return len(self._items)

    def put(self, item):
        with self._cond:
            while len(self) >= self._capacity:
                self._cond.wait()
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while len(self) == 0:
                self._cond.wait()
            item = self._items.popleft()
            self._cond.notify_all()
            return item
