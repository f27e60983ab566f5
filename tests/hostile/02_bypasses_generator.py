# fail error review: tries to keep the number in the frame of a generator
"""A generator's locals are nobody else's data, as long as nobody looks at its frame.

The read is a look at `gi_frame.f_locals`, the write is a `send`.
"""


def _keeper():
    number = 0
    while True:
        sent = yield
        number = sent


class Counter:
    def __init__(self):
        self._keeper = _keeper()
        next(self._keeper)

    @property
    def value(self):
        return self._keeper.gi_frame.f_locals["number"]

    def increment(self):
        seen = self.value
        self._keeper.send(seen + 1)
