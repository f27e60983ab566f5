# race: cancel() asks timer.finished, which is set only when the action is over; while it runs cancel() says True
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._timer = None
        self._cancelled = False

    def start(self):
        with self._lock:
            if self._timer is None and not self._cancelled:
                self._timer = threading.Timer(self._delay, self._action)
                self._timer.start()

    def cancel(self):
        with self._lock:
            if self._cancelled:
                return True
            if self._timer is not None:
                if self._timer.finished.is_set():
                    return False
                self._timer.cancel()
            self._cancelled = True
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._timer is None or self._cancelled or self._timer.finished.is_set():
                return
            self._timer.cancel()
            self._timer = threading.Timer(seconds, self._action)
            self._timer.start()
