# right: every thread sends one report (key, name, error) over a SimpleQueue; wait() joins and then reads exactly as many as there are
from __future__ import annotations

from queue import SimpleQueue
from threading import Lock, Thread, current_thread
from typing import Callable, NamedTuple, Optional


class Report(NamedTuple):
    key: str
    name: str
    error: Optional[Exception]


def _attend(key: str, job: Callable[[], object], post: SimpleQueue[Report]) -> None:
    name, error = current_thread().name, None
    try:
        job()
    except Exception as caught:
        error = caught
    post.put(Report(key, name, error))


class RollCall:
    def __init__(self) -> None:
        self._post: SimpleQueue[Report] = SimpleQueue()
        self._threads: list[Thread] = []
        self._reports: list[Report] = []
        self._reading = Lock()

    def start(self, jobs: dict[str, Callable[[], object]]) -> None:
        for key in jobs:
            t = Thread(target=_attend, args=(key, jobs[key], self._post), name=key)
            t.start()
            self._threads.append(t)

    def present(self) -> list[str]:
        return sorted(t.name for t in self._threads if t.is_alive())

    def count(self) -> int:
        return [t.is_alive() for t in self._threads].count(True)

    def wait(self) -> dict[str, str]:
        with self._reading:
            expected = len(self._threads)
            for t in self._threads[:expected]:
                t.join()
            while len(self._reports) < expected:
                self._reports.append(self._post.get())
            errors = [r.error for r in self._reports if r.error is not None]
            if errors:
                raise errors[0]
            return {r.key: r.name for r in self._reports}
