# right: an Enum of states guarded by a Condition used as a lock; start before cancel before fire are all transitions
import enum
import threading


class State(enum.Enum):
    IDLE = enum.auto()
    ARMED = enum.auto()
    FIRED = enum.auto()
    CANCELLED = enum.auto()


class Reminder:
    def __init__(self, delay, action):
        self._cond = threading.Condition()
        self._delay = delay
        self._action = action
        self._state = State.IDLE
        self._timer = None

    def _set_timer(self, seconds):
        token = object()
        self._token = token
        self._timer = threading.Timer(seconds, lambda: self._on_timer(token))
        self._timer.start()

    def _on_timer(self, token):
        with self._cond:
            mine = self._state is State.ARMED and token is self._token
            if mine:
                self._state = State.FIRED
        if mine:
            self._action()

    def start(self):
        with self._cond:
            if self._state is not State.IDLE:
                return
            self._state = State.ARMED
            self._set_timer(self._delay)

    def cancel(self):
        with self._cond:
            if self._state is State.FIRED:
                return False
            if self._state is State.ARMED:
                self._timer.cancel()
            self._state = State.CANCELLED
            return True

    def snooze(self, seconds):
        with self._cond:
            if self._state is State.ARMED:
                self._timer.cancel()
                self._set_timer(seconds)
