# right: a deadline; a Timer that comes too early after a snooze arms the next one for the rest, an earlier deadline replaces it
import threading
import time


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._deadline = None
        self._timer = None
        self._fired = False
        self._cancelled = False

    def _arm(self, seconds):
        timer = threading.Timer(seconds, self._due)
        self._timer = timer
        timer.start()

    def _due(self):
        with self._lock:
            if self._fired or self._cancelled or threading.current_thread() is not self._timer:
                return
            rest = self._deadline - time.monotonic()
            if rest > 0:
                self._arm(rest)
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
                self._deadline = time.monotonic() + self._delay
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if not self._fired:
                self._cancelled = True
                if self._timer is not None:
                    self._timer.cancel()
            return self._cancelled

    def snooze(self, seconds):
        with self._lock:
            if self._timer is None or self._fired or self._cancelled:
                return
            before = self._deadline
            self._deadline = time.monotonic() + seconds
            if self._deadline < before:
                self._timer.cancel()
                self._arm(seconds)
