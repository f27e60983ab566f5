# deadlock: put() does not notify, a consumer that waits for an item waits for ever
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            self._cond.wait_for(lambda: len(self._items) < self._capacity)
            self._items.append(item)

    def get(self):
        with self._cond:
            self._cond.wait_for(lambda: len(self._items) > 0)
            item = self._items.pop(0)
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
