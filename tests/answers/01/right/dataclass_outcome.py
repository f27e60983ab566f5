# right: each thread owns one slotted dataclass that it fills, the caller reads it after join
import threading
from dataclasses import dataclass
from typing import Any, Callable, Optional


@dataclass(slots=True)
class Outcome:
    value: Any = None
    error: Optional[Exception] = None

    def unwrap(self):
        if self.error is not None:
            raise self.error
        return self.value


class Job(threading.Thread):
    def __init__(self, func: Callable[[], Any]):
        super().__init__(name="job")
        self._func = func
        self._outcome = Outcome()

    def run(self):
        try:
            self._outcome.value = self._func()
        except Exception as exc:
            self._outcome.error = exc

    @property
    def result(self):
        return self._outcome.value

    @property
    def error(self):
        return self._outcome.error

    def outcome(self):
        self.join()
        return self._outcome


def run_all(jobs):
    started = []
    for func in jobs:
        job = Job(func)
        job.start()
        started.append(job)
    outcomes = [job.outcome() for job in started]
    return [outcome.unwrap() for outcome in outcomes]
