# deadlock: a deque with maxlen drops the oldest item instead of waiting, whoever wants it waits for ever
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = deque(maxlen=capacity)
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
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
