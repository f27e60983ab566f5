# right: waits are notified and have a time-out as a safety net, the while loop checks again either way
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition(threading.Lock())

    def put(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                self._cond.wait(timeout=0.05)
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait(timeout=0.05)
            item = self._items.popleft()
            self._cond.notify_all()
        return item

    def __len__(self):
        with self._cond:
            return len(self._items)
