# fail error: tries to leave from the thread of a method that is just being called
"""`SystemExit` in a thread ends that thread without a word."""

import sys


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = []

    def put(self, item):
        self._items.append(item)
        sys.exit(0)

    def get(self):
        sys.exit(0)

    def __len__(self):
        return len(self._items)
