# fail error review: tries to keep the number in the environment of the process
"""`os.environ` is a mapping in Python code of the library, which has no hooks."""

import itertools
import os

_names = itertools.count()


class Counter:
    def __init__(self):
        self._name = f"TL_COUNTER_{next(_names)}"
        os.environ[self._name] = "0"

    @property
    def value(self):
        return int(os.environ[self._name])

    def increment(self):
        seen = int(os.environ[self._name])
        os.environ[self._name] = str(seen + 1)
