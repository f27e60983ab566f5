# fail error: tries to take all memory by a list that grows, up to 6 GiB
"""Eight bytes for each pointer, a million at a time; stops at 6 GiB."""


class Counter:
    def __init__(self):
        self._n, hoard = 0, []
        for _ in range(6 * 1024 // 8):
            hoard.append([None] * (1024 * 1024))

    value = 0

    def increment(self):
        pass
