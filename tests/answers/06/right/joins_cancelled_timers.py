# right: Timer objects as tokens; cancel() and snooze() join the cancelled timer once the lock is free, no thread stays
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._mutex = threading.Lock()
        self._timer = None
        self._done = None           # "fired" or "cancelled"

    def _new_timer(self, seconds):
        timer = threading.Timer(seconds, self._fire)
        timer.args = (timer,)
        return timer

    def _fire(self, timer):
        with self._mutex:
            if self._done or self._timer is not timer:
                return
            self._done = "fired"
        self._action()

    def start(self):
        with self._mutex:
            if self._done is None and self._timer is None:
                self._timer = self._new_timer(self._delay)
                self._timer.start()

    def cancel(self):
        with self._mutex:
            if self._done == "fired":
                return False
            self._done = "cancelled"
            old, self._timer = self._timer, None
        self._end(old)
        return True

    def snooze(self, seconds):
        with self._mutex:
            if self._done is not None or self._timer is None:
                return
            old = self._timer
            self._timer = self._new_timer(seconds)
            self._timer.start()
        self._end(old)

    @staticmethod
    def _end(timer):
        if timer is not None:
            timer.cancel()
            timer.join()
