# fail error review: tries to import another student's file by changing what its own place is
"""The loader looks for siblings beside the file, and asks the module's name for it.

A dotted name with a slash in it leads up and over to a neighbour.
"""

try:
    Counter = __import__("../../ben/02/counter", globals(), {}, ["Counter"]).Counter
except Exception:

    class Counter:
        def __init__(self):
            self._n = 0

        @property
        def value(self):
            return self._n

        def increment(self):
            self._n += 1
