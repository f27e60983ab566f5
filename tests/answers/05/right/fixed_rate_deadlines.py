# right: fixed rate from a generator of deadlines (time.monotonic), missed ticks skipped; an error of the job ends the polling and comes out of stop() once (a Poller is good for one life: stopped before start, it ends at once)
from __future__ import annotations

import threading
import time
from typing import Callable, Iterator, Optional


def seconds_to_next_tick(interval: float) -> Iterator[float]:
    due = time.monotonic()
    while True:
        yield max(0.0, due - time.monotonic())
        due += interval
        now = time.monotonic()
        if due < now:                        # the job was longer than the interval
            due = now


class Poller:
    def __init__(self, job: Callable[[], object], interval: float) -> None:
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._state = threading.Lock()
        self._thread: Optional[threading.Thread] = None
        self._error: Optional[Exception] = None

    def __enter__(self) -> "Poller":
        self.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.stop()

    def start(self) -> None:
        with self._state:
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name=f"Poller({self._interval})")
                self._thread.start()

    def _loop(self) -> None:
        try:
            for pause in seconds_to_next_tick(self._interval):
                if self._stopped.wait(pause):
                    break
                self._job()
        except Exception as error:
            with self._state:
                self._error = error

    def stop(self) -> None:
        self._stopped.set()
        with self._state:
            thread = self._thread
        if thread is None or thread is threading.current_thread():
            return
        thread.join()
        with self._state:
            error, self._error = self._error, None
        if error is not None:
            raise error
