# race: cancel() looks at the flag and cancels without a lock, the timer can fire in between and cancel() still says True
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._timer = None
        self._fired = False
        self._cancelled = False

    def _fire(self):
        if self._cancelled or threading.current_thread() is not self._timer:
            return
        self._fired = True
        self._action()

    def _arm(self, seconds):
        timer = threading.Timer(seconds, self._fire)
        self._timer = timer
        timer.start()

    def start(self):
        if self._timer is None and not self._cancelled:
            self._arm(self._delay)

    def cancel(self):
        if self._fired:
            return False
        self._cancelled = True
        if self._timer is not None:
            self._timer.cancel()
        return True

    def snooze(self, seconds):
        if self._timer is None or self._fired or self._cancelled:
            return
        self._timer.cancel()
        self._arm(seconds)
