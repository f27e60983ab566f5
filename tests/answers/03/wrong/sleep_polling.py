# late: looks every 20 ms with sleep() instead of waiting to be woken
import threading
import time
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def put(self, item):
        while True:
            with self._cond:
                if len(self._items) < self._capacity:
                    self._items.append(item)
                    return
            time.sleep(0.02)

    def get(self):
        while True:
            with self._cond:
                if self._items:
                    return self._items.popleft()
            time.sleep(0.02)

    def __len__(self):
        with self._cond:
            return len(self._items)
