# right: counts who waits on each side and notifies only when somebody is there
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._lock = threading.Lock()
        self._putters = threading.Condition(self._lock)
        self._getters = threading.Condition(self._lock)
        self._putters_waiting = 0
        self._getters_waiting = 0

    def put(self, item):
        with self._lock:
            while len(self._items) >= self._capacity:
                self._putters_waiting += 1
                self._putters.wait()
                self._putters_waiting -= 1
            self._items.append(item)
            if self._getters_waiting > 0:
                self._getters.notify()

    def get(self):
        with self._lock:
            while not self._items:
                self._getters_waiting += 1
                self._getters.wait()
                self._getters_waiting -= 1
            item = self._items.pop(0)
            if self._putters_waiting > 0:
                self._putters.notify()
            return item

    def __len__(self):
        with self._lock:
            return len(self._items)
