# race: trusts that `+= 1` is one step because of the GIL, but it reads, adds and writes
class Counter:
    def __init__(self):
        self._value = 0

    def increment(self):
        self._value += 1  # a single statement, so nobody can come between

    @property
    def value(self):
        return self._value
