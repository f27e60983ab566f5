# serial: timer.run() instead of timer.start(), the caller waits and runs the action itself
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.RLock()
        self._timer = None
        self._token = None
        self._fired = False
        self._cancelled = False

    def _arm(self, seconds):
        with self._lock:
            token = self._token = object()
            timer = self._timer = threading.Timer(seconds, self._fire, args=(token,))
        timer.run()

    def _fire(self, token):
        with self._lock:
            if self._fired or self._cancelled or token is not self._token:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._timer is not None or self._cancelled:
                return
        self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            if self._timer is not None:
                self._timer.cancel()
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timer is None or self._fired or self._cancelled:
                return
            self._timer.cancel()
        self._arm(seconds)
