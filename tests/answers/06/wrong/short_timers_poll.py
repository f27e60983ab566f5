# late: a chain of short Timers looks every 0.2 seconds whether the time has come, so it fires later than it could
import threading
import time


class Reminder:
    STEP = 0.2

    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._deadline = None
        self._timer = None
        self._fired = False
        self._cancelled = False

    def _arm(self):
        self._timer = threading.Timer(self.STEP, self._look)
        self._timer.start()

    def _look(self):
        with self._lock:
            if self._fired or self._cancelled:
                return
            if time.monotonic() < self._deadline:
                self._arm()
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
                self._deadline = time.monotonic() + self._delay
                self._arm()

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
            self._deadline = time.monotonic() + seconds
