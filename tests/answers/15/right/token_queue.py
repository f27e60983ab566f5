# right: a queue of size one hands round the state (a thunk), whoever holds it may run the factory
import queue


def _constant(value):
    return lambda: value


class Lazy:
    def __init__(self, factory):
        self._slot = queue.Queue(maxsize=1)
        self._slot.put(factory)

    def get(self):
        thunk = self._slot.get()
        try:
            value = thunk()
            thunk = _constant(value)
            return value
        finally:
            self._slot.put(thunk)
