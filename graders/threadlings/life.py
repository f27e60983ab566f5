"""The words of a grader in real processes, where nobody holds the scheduler.

What the processes have in common is a folder.  A watched function writes a line into
its file there when a call begins, and one when it ends: a line comes whole, and their
order is one in which it can have been.
"""

from __future__ import annotations

import itertools
import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

ROOM = "THREADLINGS_LIFE"  # the variable that says where the folder is
GLANCE = 0.002  # seconds between two looks at who has come
BEGIN, END = "+", "-"

_numbers = itertools.count()  # every process imports the grader, and counts alike


def every_order(test: Any = None, **options: Any) -> Any:
    """Mark a test; here it is only called."""
    return (lambda test: test) if test is None else test


sleep = time.sleep


def burn(seconds: float) -> None:
    """Compute; how long that takes makes no difference here."""


@contextmanager
def blame(kind: str) -> Iterator[None]:
    """Whatever *kind* of finding it would be."""
    yield


@dataclass(frozen=True)
class Call:
    """One call of a watched function."""

    thread: str  # the number of its process
    arguments: tuple[Any, ...]


class watch:
    """A function that remembers who called it, and how many at once.

    So many callers as have to *meet* wait inside for each other: that they do come
    proves, without a clock, that they are there at the same time.
    """

    def __init__(self, function: Callable[..., Any], meet: int = 1) -> None:
        self._function = function
        self._parties = meet
        self._file = Path(os.environ[ROOM], str(next(_numbers)))
        self._own = itertools.count()

    def __getstate__(self) -> dict[str, Any]:
        return {**vars(self), "_own": itertools.count()}

    def forget(self) -> None:
        """There were no earlier runs: here there is one."""

    def __call__(self, *arguments: Any) -> Any:
        """Call the function, in the company of the others."""
        who = f"{os.getpid()} {threading.get_ident()}.{id(self)}.{next(self._own)}"
        self._write(f"{BEGIN} {who} {pickle.dumps(arguments).hex()}")
        try:
            if self._parties > 1:
                self._meet(who)
            return self._function(*arguments)
        finally:
            self._write(f"{END} {who}")

    def _write(self, line: str) -> None:
        file = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(file, f"{line}\n".encode())
        finally:
            os.close(file)

    def _begun(self) -> list[list[str]]:
        """What was written of each call, in their order: who and with what."""
        return [line for kind, *line in _lines(self._file) if kind == BEGIN]

    def _meet(self, who: str) -> None:
        """Wait until all are there who come together with this caller."""
        came = [f"{pid} {key}" for pid, key, _ in self._begun()]
        rounds = came.index(who) // self._parties + 1
        while len(self._begun()) < rounds * self._parties:
            time.sleep(GLANCE)

    @property
    def calls(self) -> list[Call]:
        """All that have begun, in their order."""
        return [
            Call(pid, pickle.loads(bytes.fromhex(arguments)))
            for pid, _, arguments in self._begun()
        ]

    @property
    def peak(self) -> int:
        """How many were inside at once, for certain."""
        steps = [1 if kind == BEGIN else -1 for kind, *_ in _lines(self._file)]
        return max(itertools.accumulate(steps), default=0)

    @property
    def threads(self) -> set[str]:
        """The numbers of the processes that called it."""
        return {pid for pid, *_ in self._begun()}


def _lines(file: Path) -> list[list[str]]:
    """The whole lines of a watched function's *file*, in words."""
    if not file.exists():
        return []
    whole, _, _ = file.read_text().rpartition("\n")
    return [line.split() for line in whole.splitlines()]


@dataclass(frozen=True)
class Seen:
    """What can be seen of the submission from outside."""

    processes: tuple[str, ...]  # the numbers of those that called a watched function


def seen() -> Seen:
    """What the submission has used so far, as far as it can be seen."""
    files = Path(os.environ[ROOM]).iterdir()
    found = {pid for file in files for _, pid, *_ in _lines(file)}
    return Seen(tuple(found - {str(os.getpid())}))


def clock() -> float:
    """What is late hangs here, for nobody looks at a real clock."""
    return 0.0


def _virtual(*_: Any, **__: Any) -> NoReturn:
    raise NotImplementedError(
        "a promise that is confirmed can't ask for virtual threads"
    )


together = Thread = _virtual
