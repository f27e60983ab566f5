# race: no lock at all, two threads read the same number and one update is lost
class Counter:
    def __init__(self):
        self._value = 0

    def increment(self):
        current = self._value
        self._value = current + 1

    @property
    def value(self):
        return self._value
