# right: notify_all() stands before the change, which is harmless because the lock is still held
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while not len(self._items) < self._capacity:
                self._cond.wait()
            self._cond.notify_all()
            self._items.append(item)

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            self._cond.notify_all()
            return self._items.pop(0)

    def __len__(self):
        with self._cond:
            return len(self._items)
