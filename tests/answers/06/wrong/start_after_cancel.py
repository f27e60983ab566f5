# wrong-result: cancel() before start() says True, but start() arms the timer all the same
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timer = None
        self._fired = False

    def _arm(self, seconds):
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.start()

    def _fire(self):
        with self._lock:
            if self._fired or threading.current_thread() is not self._timer:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._timer is None and not self._fired:
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timer is None or self._fired:
                return
            self._timer.cancel()
            self._arm(seconds)
