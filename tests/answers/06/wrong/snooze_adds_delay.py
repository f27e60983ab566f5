# late: snooze() waits the seconds and the first delay on top, it does not count from now on
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timer = None
        self._fired = False
        self._cancelled = False

    def _arm(self, seconds):
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.start()

    def _fire(self):
        with self._lock:
            if self._fired or self._cancelled or threading.current_thread() is not self._timer:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
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
            self._arm(self._delay + seconds)
