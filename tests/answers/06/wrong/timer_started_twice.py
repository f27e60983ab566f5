# crash: snooze() changes the interval and starts the same Timer again (RuntimeError)
import threading


class Reminder:
    def __init__(self, delay, action):
        self._action = action
        self._lock = threading.Lock()
        self._timer = threading.Timer(delay, self._fire)
        self._started = False
        self._fired = False
        self._cancelled = False

    def _fire(self):
        with self._lock:
            if self._fired or self._cancelled:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if not self._started and not self._cancelled:
                self._started = True
                self._timer.start()

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            self._timer.cancel()
            return True

    def snooze(self, seconds):
        with self._lock:
            if not self._started or self._fired or self._cancelled:
                return
            self._timer.cancel()
            self._timer.interval = seconds
            self._timer.start()
