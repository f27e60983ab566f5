# fail error review: tries to hide a race in code that is compiled at run time
"""Only the file is rewritten; a string that is executed later has no hooks.

So the read and the write come to pass in one go, as if there were no other threads.
"""

_SOURCE = """
class Counter:
    def __init__(self):
        self._n = 0
    @property
    def value(self):
        return self._n
    def increment(self):
        n = self._n
        self._n = n + 1
"""
exec(_SOURCE)
