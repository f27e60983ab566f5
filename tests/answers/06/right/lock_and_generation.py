# right: a Lock and a number per timer; a timer whose number is not the newest does nothing
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._state = "new"             # new, waiting, fired, cancelled
        self._number = 0
        self._timer = None

    def start(self):
        with self._lock:
            if self._state == "new":
                self._state = "waiting"
                self._arm(self._delay)

    def _arm(self, seconds):
        self._number += 1
        self._timer = threading.Timer(seconds, self._fire, args=(self._number,))
        self._timer.start()

    def _fire(self, number):
        with self._lock:
            if self._state != "waiting" or number != self._number:
                return
            self._state = "fired"
        self._action()

    def cancel(self):
        with self._lock:
            if self._state == "fired":
                return False
            self._state = "cancelled"
            if self._timer is not None:
                self._timer.cancel()
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._state != "waiting":
                return
            self._timer.cancel()
            self._arm(seconds)
