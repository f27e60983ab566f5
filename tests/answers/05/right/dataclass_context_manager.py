# right: dataclass, also usable as a context manager; the thread is made beforehand and started once
from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any, Callable


@dataclass(eq=False)
class Poller:
    job: Callable[[], Any]
    interval: float
    _end: threading.Event = field(default_factory=threading.Event, init=False, repr=False)
    _thread: threading.Thread = field(init=False, repr=False)
    _started: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._main)

    def __enter__(self) -> Poller:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        if not self._started:
            self._thread.start()
            self._started = True

    def stop(self) -> None:
        if self._started:
            self._end.set()
            self._thread.join()

    def _main(self) -> None:
        while not self._end.wait(self.interval):
            self.job()
