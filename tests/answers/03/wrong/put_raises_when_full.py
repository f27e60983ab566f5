# crash: put() into a full buffer raises an error instead of blocking
import threading
from collections import deque


class BufferFull(Exception):
    pass


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            if len(self._items) >= self._capacity:
                raise BufferFull(f"only {self._capacity} items allowed")
            self._items.append(item)
            self._cond.notify()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            return self._items.popleft()

    def __len__(self):
        with self._cond:
            return len(self._items)
