# wrong-result: snooze() starts another timer and leaves the old one running, the action runs twice
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timers = []
        self._fired = False
        self._cancelled = False

    def _arm(self, seconds):
        timer = threading.Timer(seconds, self._fire)
        self._timers.append(timer)
        timer.start()

    def _fire(self):
        with self._lock:
            if self._cancelled:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if not self._timers and not self._cancelled:
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            for timer in self._timers:
                timer.cancel()
            return True

    def snooze(self, seconds):
        with self._lock:
            if not self._timers or self._fired or self._cancelled:
                return
            self._arm(seconds)
