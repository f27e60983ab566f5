# serial: start() sleeps through the delay and runs the action on the caller's own thread, no Timer
import threading
import time


class Reminder:
    def __init__(self, delay, action):
        self._action = action
        self._lock = threading.Lock()
        self._left = delay
        self._fired = False
        self._cancelled = False

    def start(self):
        with self._lock:
            if self._fired or self._cancelled:
                return
        while self._left:
            left, self._left = self._left, 0
            time.sleep(left)
        with self._lock:
            if self._fired or self._cancelled:
                return
            self._fired = True
        self._action()

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            return True

    def snooze(self, seconds):
        with self._lock:
            if not self._fired and not self._cancelled:
                self._left = seconds
