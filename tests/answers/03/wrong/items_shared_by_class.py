# wrong-result: the list of items belongs to the class, so all buffers share one content
import threading


class BoundedBuffer:
    items = []
    cond = threading.Condition()

    def __init__(self, capacity):
        self.capacity = capacity

    def put(self, item):
        with self.cond:
            while len(self.items) >= self.capacity:
                self.cond.wait()
            self.items.append(item)
            self.cond.notify_all()

    def get(self):
        with self.cond:
            while not self.items:
                self.cond.wait()
            item = self.items.pop(0)
            self.cond.notify_all()
            return item

    def __len__(self):
        with self.cond:
            return len(self.items)
