# deadlock: the while loop tests a flag that was computed once, a woken thread goes to sleep again for ever
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            full = len(self._items) >= self._capacity
            while full:
                self._cond.wait()
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            empty = len(self._items) == 0
            while empty:
                self._cond.wait()
            item = self._items.pop(0)
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
