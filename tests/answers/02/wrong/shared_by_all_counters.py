# wrong-result: the number belongs to the class, so all counters count together
import threading


class Counter:
    _lock = threading.Lock()
    _value = 0

    def increment(self):
        with Counter._lock:
            Counter._value += 1

    @property
    def value(self):
        with Counter._lock:
            return Counter._value
