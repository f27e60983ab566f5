# error: tries to sort so much that the time goes by in one call
"""The comparison is in C; ten passes over sixty million numbers."""


class Ticker:
    def __init__(self, interval, action):
        for _ in range(10_000):
            sorted(range(6_000_000, 0, -1), key=float.__neg__)

    def start(self):
        pass

    async def stop(self):
        pass
