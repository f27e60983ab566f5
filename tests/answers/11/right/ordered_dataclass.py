# right: one ordered dataclass entry sits in both queues and carries its own state and result
from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from queue import Empty, LifoQueue, PriorityQueue
from threading import Lock, Thread
from typing import Any, Callable, Optional


class State(Enum):
    WAITING = auto()
    TAKEN = auto()
    UNDONE = auto()


@dataclass(order=True)
class Entry:
    priority: int
    arrival: int
    job: Callable[[], Any] = field(compare=False)
    state: State = field(default=State.WAITING, compare=False)
    outcome: Any = field(default=None, compare=False)

    def execute(self) -> None:
        try:
            self.outcome = self.job()
        except Exception as exc:
            self.outcome = exc


class Dispatcher:
    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise ValueError("at least one worker")
        self._n = workers
        self._by_rank: PriorityQueue[Entry] = PriorityQueue()
        self._by_age: LifoQueue[Entry] = LifoQueue()
        self._guard = Lock()
        self._arrivals = 0

    def submit(self, priority: int, job: Callable[[], Any]) -> None:
        with self._guard:
            entry = Entry(priority, self._arrivals, job)
            self._arrivals += 1
            self._by_rank.put(entry)
            self._by_age.put(entry)

    def undo(self) -> Optional[Callable[[], Any]]:
        with self._guard:
            try:
                while True:
                    entry = self._by_age.get_nowait()
                    if entry.state is State.WAITING:
                        entry.state = State.UNDONE
                        return entry.job
            except Empty:
                return None

    def _next_entry(self, taken: list[Entry]) -> Optional[Entry]:
        with self._guard:
            try:
                while True:
                    entry = self._by_rank.get_nowait()
                    if entry.state is State.WAITING:
                        entry.state = State.TAKEN
                        taken.append(entry)
                        return entry
            except Empty:
                return None

    def _loop(self, taken: list[Entry]) -> None:
        while (entry := self._next_entry(taken)) is not None:
            entry.execute()

    def run(self) -> list[Any]:
        taken: list[Entry] = []
        crew = [Thread(target=self._loop, args=(taken,), name=f"worker-{i}") for i in range(self._n)]
        for t in crew:
            t.start()
        for t in crew:
            t.join()
        return [entry.outcome for entry in taken]
