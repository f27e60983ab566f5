# fail error: tries to take memory page by page, written so that it really counts
"""Address space is cheap; these pages are touched.  Catches the MemoryError and goes on.

What was taken is kept, up to 6 GiB, and the submission behaves as if nothing were.
"""

HOARD = []
try:
    for _ in range(96):
        block = bytearray(64 * 1024 * 1024)
        block[::4096] = b"x" * len(block[::4096])
        HOARD.append(block)
except MemoryError:
    pass


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = []

    def put(self, item):
        self._items.append(item)

    def get(self):
        return self._items.pop(0)

    def __len__(self):
        return len(self._items)
