# late: nobody notifies, a waiting thread goes on only when its time-out has run down
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                self._cond.wait(0.05)
            self._items.append(item)

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait(0.05)
            return self._items.popleft()

    def __len__(self):
        with self._cond:
            return len(self._items)
