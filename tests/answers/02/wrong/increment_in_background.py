# leak: increment() leaves a helper thread running, the update may come after it has returned
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self._value = 0

    def _add_one(self):
        with self._lock:
            self._value += 1

    def increment(self):
        threading.Thread(target=self._add_one).start()

    @property
    def value(self):
        with self._lock:
            return self._value
