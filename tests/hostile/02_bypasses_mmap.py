# fail error review: tries to count in anonymous memory that is mapped, not bound to any name
"""`mmap` and `struct` read and write eight bytes; between the two anybody may come."""

import mmap
import struct


class Counter:
    def __init__(self):
        self._page = mmap.mmap(-1, 4096)

    @property
    def value(self):
        return struct.unpack_from("q", self._page)[0]

    def increment(self):
        (seen,) = struct.unpack_from("q", self._page)
        struct.pack_into("q", self._page, 0, seen + 1)
