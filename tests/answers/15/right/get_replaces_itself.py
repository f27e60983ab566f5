# right: closure in the constructor, a successful get() puts a plain constant function in its own place
import threading


class Lazy:
    def __init__(self, factory):
        if not callable(factory):
            raise TypeError("factory must be callable")
        lock = threading.Lock()
        results = []

        def slow_get():
            with lock:
                if not results:
                    results.append(factory())
            value = results[0]
            self.get = lambda: value
            return value

        self.get = slow_get

    def get(self):
        raise AssertionError("replaced in the constructor")
