# fail error review: tries to reach the engine through the `__globals__` of a stand-in's method
"""A stand-in for `Lock` is a class in Python, and its methods have globals.

From `acquire` it is two steps to the module of the run, and from there to the class
whose `play` makes every record.
"""

import threading

_words = threading.Lock.acquire.__globals__
for _value in list(_words.values()):
    _more = getattr(_value, "__globals__", {})
    _core = _words.get("core") or _more.get("core")
    if _core is not None and not hasattr(_core.Run.play, "tamed"):
        _play = _core.Run.play

        def play(self, main, *, tell=False):
            record = _play(self, lambda: None, tell=tell)
            return record

        play.tamed = True
        _core.Run.play = play


class Table:
    def __init__(self, seats):
        self._seats = seats

    def dine(self, seat, eat):
        return eat()
