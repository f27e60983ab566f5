# wrong-result: Timer(delay, action()) calls the action in start(), without any delay
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timer = None
        self._fired = False
        self._cancelled = False

    def _fire(self):
        if self._fired or self._cancelled:
            return
        self._fired = True
        self._action()

    def _arm(self, seconds):
        self._timer = threading.Timer(seconds, self._fire())
        self._timer.start()

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            if self._fired:
                return False
            self._cancelled = True
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timer is None or self._fired or self._cancelled:
                return
            self._timer.cancel()
            self._arm(seconds)
