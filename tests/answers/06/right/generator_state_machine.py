# right: the life of a reminder as a generator (a state machine), stepped with send() under one lock
from threading import Lock, Timer


def life(delay, ring):
    """Take (event, argument), answer it, go to the next state."""
    # ready: nothing runs yet
    event, argument = yield
    while event != "start":
        if event == "cancel":
            while True:                       # cancelled before it was started
                event, argument = yield True
        event, argument = yield False
    timer = Timer(delay, ring)
    timer.args = (timer,)
    timer.start()

    # ticking
    reply = None
    while True:
        event, argument = yield reply
        reply = None
        if event == "rings":
            if argument is timer:
                break
            reply = False                     # an old one, too late
        elif event == "snooze":
            timer.cancel()
            timer = Timer(argument, ring)
            timer.args = (timer,)
            timer.start()
        elif event == "cancel":
            timer.cancel()
            reply = True
            while True:                       # cancelled
                event, argument = yield reply
                reply = event == "cancel"

    # fired
    reply = True
    while True:
        event, argument = yield reply
        reply = False


class Reminder:
    def __init__(self, delay, action):
        self.action = action
        self.lock = Lock()
        self.life = life(delay, self._ring)
        next(self.life)

    def _tell(self, event, argument=None):
        with self.lock:
            return self.life.send((event, argument))

    def _ring(self, timer):
        if self._tell("rings", timer):
            self.action()

    def start(self):
        self._tell("start")

    def snooze(self, seconds):
        self._tell("snooze", seconds)

    def cancel(self):
        return self._tell("cancel")
