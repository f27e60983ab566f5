# fail error: tries to wait in a loop that looks as if it got somewhere
"""Busy waiting, with a counter that changes in each round so that it seems to go on."""


class BoundedBuffer:
    def __init__(self, capacity):
        self._capacity, self._items, self._rounds = capacity, [], 0

    def put(self, item):
        while len(self._items) >= self._capacity:
            self._rounds += 1
        self._items.append(item)

    def get(self):
        while not self._items:
            self._rounds += 1
        return self._items.pop(0)

    def __len__(self):
        return len(self._items)
