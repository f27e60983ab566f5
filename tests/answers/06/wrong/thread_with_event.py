# wrong-tool: a plain Thread waiting on an Event, threading.Timer is not used
import threading


class Reminder:
    def __init__(self, delay, action):
        self._delay = delay
        self._action = action
        self._lock = threading.Lock()
        self._cancel_event = None
        self._fired = False
        self._cancelled = False

    def _arm(self, seconds):
        event = self._cancel_event = threading.Event()
        threading.Thread(target=self._wait, args=(event, seconds)).start()

    def _wait(self, event, seconds):
        event.wait(seconds)
        with self._lock:
            if event.is_set() or self._fired or self._cancelled:
                return
            self._fired = True
        self._action()

    def start(self):
        with self._lock:
            if self._cancel_event is None and not self._cancelled:
                self._arm(self._delay)

    def cancel(self):
        with self._lock:
            if self._fired:
                return False
            self._cancelled = True
            if self._cancel_event is not None:
                self._cancel_event.set()
            return True

    def snooze(self, seconds):
        with self._lock:
            if self._cancel_event is None or self._fired or self._cancelled:
                return
            self._cancel_event.set()
            self._arm(seconds)
