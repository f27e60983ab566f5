# right: leader and followers - each attempt is an object with an Event, the followers get its value or its exception
import threading


class _Attempt:
    def __init__(self):
        self.finished = threading.Event()
        self.value = None
        self.error = None

    def run(self, factory):
        try:
            self.value = factory()
        except BaseException as error:
            self.error = error

    def outcome(self):
        self.finished.wait()
        if self.error is not None:
            raise self.error
        return self.value


class Lazy:
    def __init__(self, factory):
        self._factory = factory
        self._lock = threading.Lock()
        self._attempt = None

    def get(self):
        with self._lock:
            leader = self._attempt is None
            if leader:
                self._attempt = _Attempt()
            attempt = self._attempt
        if leader:
            attempt.run(self._factory)
            if attempt.error is not None:
                with self._lock:
                    self._attempt = None
            attempt.finished.set()
        return attempt.outcome()
