# wrong-result: put() hands a full buffer to a thread of its own and comes back before there is room
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._cond = threading.Condition()

    def _put_when_free(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                self._cond.wait()
            self._items.append(item)
            self._cond.notify_all()

    def put(self, item):
        with self._cond:
            if len(self._items) < self._capacity:
                self._items.append(item)
                self._cond.notify_all()
                return
        threading.Thread(target=self._put_when_free, args=(item,)).start()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            item = self._items.popleft()
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
