# right: a context manager "when(predicate)" waits, hands over the items and notifies at the end
import threading
from contextlib import contextmanager


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    @contextmanager
    def _when(self, ready):
        with self._cond:
            while not ready():
                self._cond.wait()
            yield self._items
            self._cond.notify_all()

    def _has_room(self):
        return len(self._items) < self._capacity

    def _has_items(self):
        return len(self._items) > 0

    def put(self, item):
        with self._when(self._has_room) as items:
            items.append(item)

    def get(self):
        with self._when(self._has_items) as items:
            return items.pop(0)

    def __len__(self):
        with self._cond:
            return len(self._items)
