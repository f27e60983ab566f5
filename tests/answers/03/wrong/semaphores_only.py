# wrong-tool: built on two semaphores and a lock, there is no Condition
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        self._free = threading.Semaphore(capacity)
        self._filled = threading.Semaphore(0)
        self._lock = threading.Lock()
        self._items = deque()

    def put(self, item):
        self._free.acquire()
        with self._lock:
            self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._lock:
            item = self._items.popleft()
        self._free.release()
        return item

    def __len__(self):
        with self._lock:
            return len(self._items)
