# fail error review: tries to hide a race by passing for one of the engine's own objects
"""The engine asks a class whether it is a stand-in, and believes the answer.

A stand-in says itself which object it is.  This one says something else every time, so
that no two threads are ever seen to touch the same number.
"""

import itertools

_numbers = itertools.count(10**6)


class Named:
    name_it = staticmethod(lambda *_: None)
    kind, number = "int", 0


class Counter:
    _standin = True
    _thing = Named()
    _uid = property(lambda self: next(_numbers))
    _serial = property(lambda self: next(_numbers))

    def __init__(self):
        self.n = 0

    @property
    def value(self):
        return self.n

    def increment(self):
        self.n += 1
