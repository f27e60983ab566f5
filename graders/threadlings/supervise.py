"""Have submissions tried in other processes, and always come to an end.

Here is the only place that reads a clock: a process that says nothing for too long is
ended, and the promise that it was busy with gets a report that is no verdict.  A
process that ends, hangs or writes garbage costs that one promise; the others go on in
a new process.
"""

from __future__ import annotations

import json
import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from threadlings import fate
from threadlings.child import GLANCE, Adopting, Child, Job
from threadlings.fate import Fate, Report

PATIENCE = 20.0  # seconds without a line; ten times what a search takes
START = 30.0  # seconds for a worker to begin: nothing of a submission runs by then
MEMORY = 2 * 1024**3  # bytes of address space
BATCH = 25  # jobs that one process takes
DEATHS = 3  # in a row, before the rest of a job is not tried
FLAGS = 100  # that one submission can have
LONG = 300  # characters of a flag
DAY = 86_400.0
GUARD = 4  # times the patience, before a worker ends by itself
ENOUGH = 8  # times the patience, for a promise that gives nothing but signs of life


class Process(Protocol):
    """A process at work on jobs, as `child.Child` is."""

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""

    def lines(self) -> Iterator[bytes]:
        """The whole lines that came since the last time.  Raises ValueError."""

    def stacks(self) -> str:
        """What was written when it ended, or what else it said last."""

    def abort(self) -> None:
        """End it; where it can be, it says first where it was."""

    def kill(self) -> None:
        """End it and whatever it has started."""

    def close(self) -> None:
        """End it and forget what it wrote."""


Start = Callable[[list[Job], float, float], Process]  # jobs, memory, guard


def supervise(
    jobs: Iterable[Job],
    *,
    patience: float = PATIENCE,
    memory: int | None = MEMORY,
    together: int = 1,
    alone: bool = False,
    start: Start = Child,
) -> Generator[Report, None, None]:
    """Yield the reports of *jobs* as they come; those of one job are in order.

    *patience* is how many seconds a process may be silent, *memory* how many bytes of
    address space it may have, *together* how many there are at once.  With *alone*,
    each job has a process of its own, and is asked for when there is room for one.
    Whoever contains processes gives their *start*.
    Closing the generator ends all processes.
    """
    waiting = singly(jobs) if alone else shared(jobs, together)
    crew: list[Watch] = []
    with Adopting():
        try:
            while True:
                for tasks in islice(waiting, max(1, together) - len(crew)):
                    crew.append(Watch(tasks, patience, memory or 0, start))
                if not crew:
                    return
                news = False
                for watch in crew:
                    for line in watch.look():
                        news = True
                        yield line
                crew = [watch for watch in crew if watch.tasks]
                if not news:
                    time.sleep(GLANCE)
        finally:
            for watch in crew:
                watch.close()


def singly(jobs: Iterable[Job]) -> Iterator[deque[Task]]:
    """Each of *jobs* for itself."""
    return (deque([Task(job)]) for job in jobs)


def shared(jobs: Iterable[Job], together: int) -> Iterator[deque[Task]]:
    """All *jobs*, in so many parts that *together* processes end at the same time."""
    waiting = deque(Task(job) for job in jobs)
    while waiting:
        some = share(len(waiting), together)
        yield deque(waiting.popleft() for _ in range(some))


def share(left: int, together: int) -> int:
    """How many of the jobs that are *left* the next process takes.

    They get fewer towards the end, so that all of them end at about the same time
    (Polychronopoulos and Kuck, "Guided Self-Scheduling", IEEE ToC 1987).
    """
    if together < 2:
        return min(BATCH, left)
    return min(BATCH, -(-left // (2 * together)))


@dataclass
class Task:
    """A job, as far as it has come."""

    job: Job
    left: list[str] | None = None  # the tests still to come; None: not known yet
    promises: dict[str, str] = field(default_factory=dict)
    running: str | None = None
    began: float = 0.0
    count: int = 0
    deaths: int = 0  # in a row
    flags: int = 0
    begun: bool = False  # in the process that is at work on it
    over: bool = False  # all was heard; the process has still to end
    odd: str = ""  # how a process ended that no test can be blamed for

    def __post_init__(self) -> None:
        paths = {k: os.path.abspath(self.job[k]) for k in ("grader", "submission")}
        self.job = {**self.job, **paths}
        if self.job.get("tests") is not None:
            self.left = list(self.job["tests"])

    @property
    def todo(self) -> Job:
        """The job without what is done."""
        return {**self.job, "tests": self.left}

    @property
    def next(self) -> str:
        """The test that is running, or would be the next to run."""
        names = self.left or [Path(self.job["grader"]).stem]
        return names[0]

    def end(self) -> Report:
        """The line that says that there are no more, and what was odd about it."""
        line = {"job": self.job["id"], "end": self.count}
        return {**line, "odd": self.odd} if self.odd else line

    def take(self, line: Report) -> Report:
        """Count the report of the next test."""
        self.left = (self.left or [])[1:]  # none, when not even their names were known
        self.running = None
        self.count += 1
        return {"job": self.job["id"], **line}

    def hear(self, line: Report) -> Report | None:
        """What is to be passed on of a line.  Raises ValueError if it has no place."""
        if line.get("job") != self.job["id"] or self.over:
            raise ValueError("a line of another job")
        if "names" in line:
            self._names(line["names"], line["promises"])
        elif "begin" in line:
            self._fits(line["begin"] == self.next)
            if self.running is None:  # else it is a sign of life
                self.running, self.began = self.next, time.monotonic()
        elif "test" in line:
            self._fits(line["test"] == self.running and _whole(line))
            self.deaths = 0
            return self.take({k: v for k, v in line.items() if k != "job"})
        elif "flag" in line:
            self.flags += 1
            self._fits(isinstance(line["flag"], str) and self.flags <= FLAGS)
            return {"job": self.job["id"], "flag": line["flag"][:LONG]}
        else:
            self._fits(line.keys() == {"job", "end"} and self.left == [])
            self.over = True
        return None

    def _names(self, names: list[str], promises: list[str]) -> None:
        texts = all(isinstance(text, str) for text in (*names, *promises))
        self._fits(texts and self.running is None and self.left in (None, names))
        self.left, self.begun = names, True
        self.promises = dict(zip(names, promises, strict=True))

    def _fits(self, fits: bool) -> None:
        if not fits:
            raise ValueError("a line that has no place here")


def _whole(line: Report) -> bool:
    """Whether a report has what those who read it rely on."""
    if "refused" in line:
        return isinstance(line["refused"], str)
    finding, covered = line["finding"], line["coverage"]
    texts = [line["promise"], line["output"], covered["kind"], covered["sentence"]]
    if finding is not None:
        texts += [finding["kind"], finding["message"], finding["order"]]
    numbers = [covered["runs"], covered["traces"], covered["preemptions"]]
    return all(isinstance(text, str) for text in texts) and all(
        isinstance(number, int) for number in numbers
    )


class Watch:
    """Some tasks, the process that is at work on them, and the next one if need be."""

    def __init__(
        self, tasks: deque[Task], patience: float, memory: int, start: Start
    ) -> None:
        self.tasks = tasks
        self._patience, self._memory, self._start = patience, memory, start
        self._begin()

    def _begin(self) -> None:
        jobs = [task.todo for task in self.tasks]
        for task in self.tasks:
            task.begun = False
        guard = min(self._patience * GUARD, DAY)
        self._child = self._start(jobs, self._memory, guard)
        self._heard = time.monotonic()
        self._lines = self._reports = 0

    def close(self) -> None:
        """End the process."""
        self._child.close()

    def look(self) -> Iterator[Report]:
        """What has come since the last look."""
        code = self._child.code  # asked first: what is read then is all there is
        busy = self.tasks[0].running
        try:
            yield from self._read()
        except (ValueError, TypeError, KeyError, RecursionError):
            self._child.kill()
            yield from self._lose(Fate("garbage"))
            return
        if code == 0 and self.tasks[0].over:
            yield self.tasks.popleft().end()
            self.close()
        elif code is not None:
            yield from self._lose(self._ended(code))
        elif seconds := self._waited:
            yield from self._give_up(busy, seconds)

    @property
    def _waited(self) -> float:
        """How many seconds were waited in vain; 0 while there is hope."""
        now = time.monotonic()
        silent = self._patience if self._lines else max(START, self._patience)
        if now - self._heard > silent:
            return self._patience
        task, enough = self.tasks[0], self._patience * ENOUGH
        return enough if task.running and now - task.began > enough else 0

    def _read(self) -> Iterator[Report]:
        for raw in self._child.lines():
            self._heard = time.monotonic()
            line = json.loads(raw)
            if not isinstance(line, dict):
                raise ValueError("a line that is no report")
            passed = self.tasks[0].hear(line)
            self._lines += 1
            if self.tasks[0].over and len(self.tasks) > 1:
                passed = self.tasks.popleft().end()
            if passed is not None:
                self._reports += 1
                yield passed

    def _ended(self, code: int) -> Fate:
        key, how = fate.of_code(code)
        return Fate(key, how=how)

    def _give_up(self, busy: str | None, seconds: float) -> Iterator[Report]:
        """End a silent process; a line that came at the last moment still counts."""
        self._child.abort()
        task = self.tasks[0]
        try:
            yield from self._read()
        except (ValueError, TypeError, KeyError, RecursionError):
            busy = task.running
        if self.tasks[0] is task and task.running == busy:
            yield from self._lose(Fate("time", seconds=seconds))
        else:
            yield from self._go_on()

    def _lose(self, met: Fate) -> Iterator[Report]:
        """Report the test that the process has lost, and go on without it."""
        task = self.tasks[0]
        if task.running is not None or not self._reports:
            yield from self._charge(task, met)
        elif task.begun:
            task.odd = met.how or met.key
        yield from self._go_on()

    def _charge(self, task: Task, met: Fate) -> Iterator[Report]:
        name = task.next
        says = task.promises.get(name, "")
        stacks = self._child.stacks()
        if task.running is None:
            line = fate.ours(name, says, stacks)
        else:
            met = met._replace(where=fate.place(stacks, Path(task.job["submission"])))
            line = fate.report(name, says, met, task.job.get("again", ""))
            line["seconds"] = round(time.monotonic() - task.began, 3)
        task.deaths += 1
        yield task.take(line)
        if task.deaths == DEATHS:
            while task.left:
                name = task.left[0]
                says = task.promises.get(name, "")
                yield task.take(fate.not_again(name, says, line, DEATHS))

    def _go_on(self) -> Iterator[Report]:
        """End this process; begin the next one, if there is something left to do."""
        self.close()
        while self.tasks and self.tasks[0].left == []:
            yield self.tasks.popleft().end()
        if self.tasks:
            self._begin()
