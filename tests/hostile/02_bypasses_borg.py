# fail error review: tries to hide a race behind many objects with one `__dict__`
"""The engine knows data by the object and the attribute's name.

Here every access goes through a new object, and all of them have the same `__dict__`
(the "Borg" pattern): no two threads ever seem to touch the same attribute.
"""


class Face:
    def __init__(self, state):
        self.__dict__ = state


class Counter:
    def __init__(self):
        self._state = {"n": 0}

    @property
    def value(self):
        return Face(self._state).n

    def increment(self):
        face = Face(self._state)
        face.n += 1
