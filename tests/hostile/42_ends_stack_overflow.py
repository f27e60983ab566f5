# fail error: tries to overflow the C stack by deeply nested calls from C to Python
"""With a high recursion limit, `repr` of a list in a list in a list needs no frames."""

import sys

sys.setrecursionlimit(10**6)


def _deep(levels):
    box = []
    for _ in range(levels):
        box = [box]
    return repr(box)


class Ticker:
    def __init__(self, interval, action):
        self._text = _deep(400_000)

    def start(self):
        pass

    async def stop(self):
        pass
