# endless: spins on the condition while it holds the lock, so nobody can ever change it
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                pass
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while not self._items:
                pass
            item = self._items.pop(0)
            self._cond.notify_all()
            return item

    def __len__(self):
        return len(self._items)
