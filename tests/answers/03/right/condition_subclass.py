# right: the buffer is itself a Condition and waits on itself
import threading
from collections import deque


class BoundedBuffer(threading.Condition):
    def __init__(self, capacity):
        super().__init__()
        self._capacity = capacity
        self._content = deque()

    def put(self, item):
        with self:
            while len(self._content) >= self._capacity:
                self.wait()
            self._content.append(item)
            self.notify_all()

    def get(self):
        with self:
            while not self._content:
                self.wait()
            item = self._content.popleft()
            self.notify_all()
            return item

    def __len__(self):
        return len(self._content)
