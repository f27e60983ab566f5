# wrong-result: the items are kept in a heap, so the smallest comes out and not the oldest
import heapq
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition()

    def put(self, item):
        with self._cond:
            while len(self._items) >= self._capacity:
                self._cond.wait()
            heapq.heappush(self._items, item)
            self._cond.notify_all()

    def get(self):
        with self._cond:
            while not self._items:
                self._cond.wait()
            item = heapq.heappop(self._items)
            self._cond.notify_all()
            return item

    def __len__(self):
        with self._cond:
            return len(self._items)
