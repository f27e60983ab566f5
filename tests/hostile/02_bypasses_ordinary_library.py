# fail error review: tries to keep the number in an object of the library's own Python code
"""`UserList` is written in Python, but it isn't the submission's Python.

Its methods are called as one step each, or not at all.
"""

from collections import UserList


class Counter:
    def __init__(self):
        self._n = UserList([0])

    @property
    def value(self):
        return self._n[0]

    def increment(self):
        seen = self._n[0]
        self._n[0] = seen + 1
