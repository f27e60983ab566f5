# right: a Thread subclass that keeps the name it ran under and the error of its job
from __future__ import annotations

import threading
from typing import Callable, Optional


class _Attendant(threading.Thread):
    def __init__(self, key: str, job: Callable[[], object]) -> None:
        super().__init__(name=key)
        self.key = key
        self.job = job
        self.ran_under: str = ""
        self.error: Optional[Exception] = None

    def run(self) -> None:
        self.ran_under = threading.current_thread().name
        try:
            self.job()
        except Exception as error:
            self.error = error


class RollCall:
    def __init__(self) -> None:
        self._attendants: list[_Attendant] = []
        self._lock = threading.Lock()

    def start(self, jobs: dict[str, Callable[[], object]]) -> None:
        new = [_Attendant(key, job) for key, job in jobs.items()]
        with self._lock:
            self._attendants += new
            for attendant in new:
                attendant.start()

    def _alive(self) -> list[_Attendant]:
        return [a for a in self._attendants if a.is_alive()]

    def present(self) -> list[str]:
        return sorted(a.name for a in self._alive())

    def count(self) -> int:
        return len(self._alive())

    def wait(self) -> dict[str, str]:
        with self._lock:
            everybody = list(self._attendants)
        for attendant in everybody:
            attendant.join()
        for attendant in everybody:
            if attendant.error is not None:
                raise attendant.error
        return {a.key: a.ran_under for a in everybody}
