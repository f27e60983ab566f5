# crash: the constructor takes no capacity, BoundedBuffer(3) raises TypeError
import threading


class BoundedBuffer:
    CAPACITY = 10

    def __init__(self):
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while len(self._items) >= self.CAPACITY:
                self._cond.wait()
            self._items.append(item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            item = self._items.pop(0)
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
