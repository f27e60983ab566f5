# race: "the timer's thread is alive" is taken for "has not fired"; during the action cancel() says True, snooze() fires again
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timer = None
        self._cancelled = False

    def _arm(self, seconds):
        self._timer = threading.Timer(seconds, self._action)
        self._timer.start()

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if not self._cancelled and self._timer is not None:
                if not self._timer.is_alive():
                    return False
                self._timer.cancel()
            self._cancelled = True
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timer is not None and not self._cancelled and self._timer.is_alive():
                self._timer.cancel()
                self._arm(seconds)
