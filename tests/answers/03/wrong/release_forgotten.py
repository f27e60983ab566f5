# deadlock: get() returns without release(), the next call of any thread waits for the lock for ever
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._cond = threading.Condition(threading.Lock())

    def put(self, item):
        self._cond.acquire()
        while len(self._items) >= self._capacity:
            self._cond.wait()
        self._items.append(item)
        self._cond.notify_all()
        self._cond.release()

    def get(self):
        self._cond.acquire()
        while not self._items:
            self._cond.wait()
        item = self._items.pop(0)
        self._cond.notify_all()
        return item

    def __len__(self):
        return len(self._items)
