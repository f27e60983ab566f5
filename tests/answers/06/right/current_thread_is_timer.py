# right: RLock; the callback asks whether the thread it runs in is still the reminder's own Timer
import threading


class Reminder:
    def __init__(self, delay, action):
        self.delay = delay
        self.action = action
        self._guard = threading.RLock()
        self._timer = None
        self._started = False
        self._fired = False
        self._cancelled = False

    def start(self):
        with self._guard:
            if self._started or self._cancelled:
                return
            self._started = True
            self._replace(self.delay)

    def cancel(self):
        with self._guard:
            if self._fired:
                return False
            self._cancelled = True
            self._drop()
            return True

    def snooze(self, seconds):
        with self._guard:
            if self._timer is not None:
                self._replace(seconds)

    def _drop(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _replace(self, seconds):
        with self._guard:
            self._drop()
            self._timer = threading.Timer(seconds, self._ring)
            self._timer.start()

    def _ring(self):
        with self._guard:
            if threading.current_thread() is not self._timer:
                return
            self._timer = None
            self._fired = True
        self.action()
