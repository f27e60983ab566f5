# fail error review: tries to switch the scheduler off while it reads and writes
"""Every hook asks `core.current` for the run, and does nothing when there is none.

The module is a global of any hook, and the hooks are in `__builtins__`.
"""

try:
    core = dict(__builtins__)["@get"].__globals__["core"]
except (KeyError, AttributeError, TypeError):
    core = type("core", (), {"current": None})


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        run = core.current
        setattr(core, "current", None)
        self._n += 1
        vars(core).update(current=run)
