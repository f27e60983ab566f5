# right: a small dataclass around each process, with start/wait methods and a lazily read code
from __future__ import annotations

from dataclasses import dataclass, field
from multiprocessing import Process
from typing import Callable


@dataclass
class _Job:
    name: str
    task: Callable[[], None]
    process: Process = field(init=False)

    def __post_init__(self) -> None:
        self.process = Process(target=self.task, name=self.name)

    def start(self) -> _Job:
        self.process.start()
        return self

    @property
    def code(self) -> int:
        self.process.join()
        code = self.process.exitcode
        assert code is not None
        return code


def run_all(tasks: dict[str, Callable[[], None]]) -> dict[str, int]:
    jobs = [_Job(name, task) for name, task in tasks.items()]
    running = [job.start() for job in jobs]
    return {job.name: job.code for job in running}
