# right: a dataclass record per key, started through a bound method of the record
from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, List


@dataclass(eq=False)
class _Record:
    key: str
    job: Callable[[], Any]
    ran_as: str | None = None
    raised: Exception | None = None
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self.perform, name=self.key)

    def perform(self) -> None:
        self.ran_as = threading.current_thread().name
        try:
            self.job()
        except Exception as error:
            self.raised = error

    @property
    def alive(self) -> bool:
        return self.thread.is_alive()


class RollCall:
    def __init__(self) -> None:
        self._records: List[_Record] = []
        self._guard = threading.RLock()

    def start(self, jobs: Dict[str, Callable[[], Any]]) -> None:
        with self._guard:
            for record in [_Record(key, job) for key, job in jobs.items()]:
                self._records.append(record)
                record.thread.start()

    def present(self) -> List[str]:
        return sorted(r.thread.name for r in self._records if r.alive)

    def count(self) -> int:
        return sum(map(bool, [r.alive for r in self._records]))

    def wait(self) -> Dict[str, str]:
        with self._guard:
            records = self._records.copy()
        for record in records:
            record.thread.join()
        for record in records:
            if record.raised is not None:
                raise record.raised
        return {record.key: record.ran_as for record in records}
