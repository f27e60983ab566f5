# right: one Condition with wait_for() and a predicate, len() is a plain read
from collections import deque
from threading import Condition


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.queue = deque()
        self.changed = Condition()

    def put(self, item):
        with self.changed:
            self.changed.wait_for(lambda: len(self.queue) < self.capacity)
            self.queue.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            self.changed.wait_for(lambda: self.queue)
            item = self.queue.popleft()
            self.changed.notify_all()
        return item

    def __len__(self):
        return len(self.queue)
