# fail error review: tries to read and write a slot through its descriptor
"""`Counter.n.__set__(self, …)` is a call of a built-in method, not an assignment."""


class Counter:
    __slots__ = ("n",)

    def __init__(self):
        self.n = 0

    @property
    def value(self):
        return type(self).n.__get__(self)

    def increment(self):
        slot = type(self).n
        seen = slot.__get__(self)
        slot.__set__(self, seen + 1)
