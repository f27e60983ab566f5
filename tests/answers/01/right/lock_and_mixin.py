# right: a mixin keeps the outcome behind a lock, Job inherits from the mixin and from Thread
import threading


class KeepsOutcome:
    def setup(self, func):
        self._func = func
        self._guard = threading.Lock()
        self._result = None
        self._error = None

    def run(self):
        result, error = None, None
        try:
            result = self._func()
        except Exception as exc:
            error = exc
        with self._guard:
            self._result, self._error = result, error

    @property
    def result(self):
        with self._guard:
            return self._result

    @property
    def error(self):
        with self._guard:
            return self._error


class Job(KeepsOutcome, threading.Thread):
    def __init__(self, func):
        threading.Thread.__init__(self, daemon=False)
        self.setup(func)


def run_all(jobs):
    team = [Job(func) for func in jobs]
    [member.start() for member in team]
    [member.join() for member in team]
    for member in team:
        if member.error is not None:
            raise member.error
    return [member.result for member in team]
