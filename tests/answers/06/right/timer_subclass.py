# right: a Timer subclass that asks its owner for leave once its time is up
import threading


class _Alarm(threading.Timer):
    def __init__(self, seconds, owner):
        super().__init__(seconds, owner._action)
        self._owner = owner

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set() and self._owner._may_ring(self):
            self.function()
        self.finished.set()


class Reminder:
    def __init__(self, delay, action):
        self._action = action
        self._delay = delay
        self._lock = threading.Lock()
        self._alarm = None
        self._open = True           # neither fired nor cancelled
        self._rang = False

    def _may_ring(self, alarm):
        with self._lock:
            if not self._open or alarm is not self._alarm:
                return False
            self._open = False
            self._rang = True
            return True

    def start(self):
        with self._lock:
            if self._open and self._alarm is None:
                self._alarm = _Alarm(self._delay, self)
                self._alarm.start()

    def cancel(self):
        with self._lock:
            self._open = False
            if self._alarm is not None and not self._rang:
                self._alarm.cancel()
            return not self._rang

    def snooze(self, seconds):
        with self._lock:
            if not self._open or self._alarm is None:
                return
            self._alarm.cancel()
            self._alarm = _Alarm(seconds, self)
            self._alarm.start()
