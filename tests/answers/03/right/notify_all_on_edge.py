# right: notifies everybody, but only when the buffer stops being empty or stops being full
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while len(self._items) == self._capacity:
                self._cond.wait()
            was_empty = not self._items
            self._items.append(item)
            if was_empty:
                self._cond.notify_all()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            was_full = len(self._items) == self._capacity
            item = self._items.popleft()
            if was_full:
                self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
