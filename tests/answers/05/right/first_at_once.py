# right: first job at once, is_set() asked before every job, then event.wait(interval)
from __future__ import annotations

from threading import Event, Thread
from typing import Callable, Optional


class Poller:
    def __init__(self, job: Callable[[], object], interval: float) -> None:
        self.job = job
        self.interval = interval
        self._halt = Event()
        self._worker: Optional[Thread] = None

    def start(self) -> None:
        if self._worker is not None:
            return
        self._worker = Thread(target=self._work, name="poller")
        self._worker.start()

    def _work(self) -> None:
        while not self._halt.is_set():
            self.job()
            self._halt.wait(self.interval)

    def stop(self) -> None:
        if self._worker is None:
            return
        self._halt.set()
        self._worker.join()
