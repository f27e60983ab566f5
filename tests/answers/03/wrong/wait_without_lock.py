# crash: wait() is called without holding the lock, which raises RuntimeError
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        while len(self._items) >= self._capacity:
            self._cond.wait()
        with self._cond:
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        while not self._items:
            self._cond.wait()
        with self._cond:
            item = self._items.pop(0)
            self._cond.notify_all()
            return item

    def __len__(self):
        return len(self._items)
