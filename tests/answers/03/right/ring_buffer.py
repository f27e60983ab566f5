# right: a ring of fixed size with head and count, two Conditions on one RLock
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._ring = [None] * capacity
        self._head = 0
        self._count = 0
        lock = threading.RLock()
        self._lock = lock
        self._space = threading.Condition(lock)
        self._items = threading.Condition(lock)

    def put(self, item):
        with self._lock:
            while self._count == len(self._ring):
                self._space.wait()
            tail = (self._head + self._count) % len(self._ring)
            self._ring[tail] = item
            self._count += 1
            self._items.notify()

    def get(self):
        with self._lock:
            while self._count == 0:
                self._items.wait()
            item = self._ring[self._head]
            self._ring[self._head] = None
            self._head = (self._head + 1) % len(self._ring)
            self._count -= 1
            self._space.notify()
            return item

    def __len__(self):
        with self._lock:
            return self._count
