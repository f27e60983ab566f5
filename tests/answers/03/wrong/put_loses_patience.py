# too-parallel: put() waits 0.05 s at most and then adds its item though the buffer is still full
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            self._cond.wait_for(lambda: len(self._items) < self._capacity, 0.05)
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            self._cond.wait_for(lambda: len(self._items) > 0)
            item = self._items.popleft()
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
