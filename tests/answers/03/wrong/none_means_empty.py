# deadlock: the item None is taken for an empty buffer, get() waits for ever behind a put(None)
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def _first(self):
        return self._items[0] if self._items else None

    def put(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                self._cond.wait()
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while self._first() is None:
                self._cond.wait()
            item = self._items.popleft()
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
