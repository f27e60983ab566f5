# wrong-result: the old timer is not cancelled by snooze(), a flag stops the second run only: the action comes at the old time
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
        self._timers.append(threading.Timer(seconds, self._fire))
        self._timers[-1].start()

    def _stop_all(self):
        for timer in self._timers:
            timer.cancel()

    def _fire(self):
        with self._lock:
            if self._cancelled or self._fired:
                return
            self._fired = True
            self._stop_all()
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
            self._stop_all()
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timers and not self._fired and not self._cancelled:
                self._arm(seconds)
