# right: threading.enumerate() filtered by identity with a set of the own Thread objects
import functools
import threading


class RollCall:
    def __init__(self):
        self._own = set()
        self._result = {}
        self._first_error = None
        self._mutex = threading.Lock()

    def start(self, jobs):
        for key in jobs:
            thread = threading.Thread(
                target=functools.partial(self._call, key, jobs[key]), name=key)
            with self._mutex:
                self._own.add(thread)
                thread.start()

    def _call(self, key, job):
        me = threading.current_thread()
        try:
            job()
        except Exception as error:
            with self._mutex:
                if self._first_error is None:
                    self._first_error = error
        with self._mutex:
            self._result[key] = me.name

    def _alive(self):
        with self._mutex:
            return [t for t in threading.enumerate() if t in self._own]

    def present(self):
        return sorted([t.name for t in self._alive()])

    def count(self):
        return len(self._alive())

    def wait(self):
        with self._mutex:
            own = list(self._own)
        for t in own:
            t.join()
        with self._mutex:
            if self._first_error is not None:
                raise self._first_error
            return self._result.copy()
