# right: the state pattern - an Unborn and a Born object, swapped when the factory has succeeded; the factory is let go
import threading


class _Born:
    def __init__(self, value):
        self._value = value

    def get(self, owner):
        return self._value


class _Unborn:
    def __init__(self, factory):
        self._factory = factory
        self._turn = threading.Semaphore(1)

    def get(self, owner):
        with self._turn:
            if owner._state is self:
                owner._state = _Born(self._factory())
                self._factory = None
        return owner._state.get(owner)


class Lazy:
    def __init__(self, factory):
        self._state = _Unborn(factory)

    def get(self):
        return self._state.get(self)
