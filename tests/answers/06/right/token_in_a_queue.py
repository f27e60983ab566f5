# right: the right to act is a token in a queue.Queue(1); the token is the Timer that may fire, nobody acts without holding it
import queue
import threading
from functools import partial

NEVER_STARTED, OVER, CALLED_OFF = "never started", "over", "called off"


class Reminder:
    def __init__(self, delay, action):
        self.delay, self.action = delay, action
        self.box = queue.Queue(1)
        self.box.put(NEVER_STARTED)

    def _new_timer(self, seconds):
        token = object()
        timer = threading.Timer(seconds, partial(self._fire, token))
        timer.token = token
        timer.start()
        return timer

    def _fire(self, token):
        now = self.box.get()
        mine = isinstance(now, threading.Thread) and now.token is token
        self.box.put(OVER if mine else now)
        if mine:
            self.action()

    def start(self):
        now = self.box.get()
        if now is NEVER_STARTED:
            now = self._new_timer(self.delay)
        self.box.put(now)

    def snooze(self, seconds):
        now = self.box.get()
        if now not in (NEVER_STARTED, OVER, CALLED_OFF):
            now.cancel()
            now = self._new_timer(seconds)
        self.box.put(now)

    def cancel(self):
        now = self.box.get()
        if now is OVER:
            self.box.put(OVER)
            return False
        if now not in (NEVER_STARTED, CALLED_OFF):
            now.cancel()
        self.box.put(CALLED_OFF)
        return True
