# fail error review: tries to read the number by a class pattern, so that only the write is seen
"""`case Counter(_n=seen)` looks an attribute up without a dot in the source."""


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        match self:
            case Counter(_n=seen):
                object.__setattr__(self, "_n", seen + 1)
