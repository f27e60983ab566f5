# deadlock: the lock is free between the check and wait(), a notify in between is lost
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def _wait_for_change(self):
        with self._cond:
            self._cond.wait()

    def put(self, item):
        while True:
            with self._cond:
                if len(self._items) < self._capacity:
                    self._items.append(item)
                    self._cond.notify_all()
                    return
            self._wait_for_change()

    def get(self):
        while True:
            with self._cond:
                if self._items:
                    item = self._items.pop(0)
                    self._cond.notify_all()
                    return item
            self._wait_for_change()

    def __len__(self):
        with self._cond:
            return len(self._items)
