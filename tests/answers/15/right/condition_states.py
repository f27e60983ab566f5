# right: three states on a Condition, the factory runs outside of the lock, those who waited try in turn after a failure
import enum
import threading


class _State(enum.Enum):
    EMPTY = "empty"
    RUNNING = "running"
    DONE = "done"


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._cond = threading.Condition()
        self._state = _State.EMPTY
        self._value = None

    def get(self):
        with self._cond:
            while self._state is _State.RUNNING:
                self._cond.wait()
            if self._state is _State.DONE:
                return self._value
            self._state = _State.RUNNING
        try:
            value = self._factory()
        except BaseException:
            self._move_to(_State.EMPTY)
            raise
        self._move_to(_State.DONE, value)
        return value

    def _move_to(self, state, value=None):
        with self._cond:
            self._state = state
            self._value = value
            self._cond.notify_all()
