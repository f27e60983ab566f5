"""The same grading on the machines of a dask.distributed cluster.

What travels is the content of the files, in batches; a machine needs this package and
this kit, no shared folder.  Whoever has another kit or another Python grades nothing.
A batch whose worker is lost is tried again by the scheduler; one that loses a worker
every time is taken apart, and in the end each of its cases is tried alone.

Messages of a cluster are pickled Python, and it asks nobody who they are: use it inside
a network in which you trust everybody, or with dask's own TLS.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from threadlings import case, grade, kit, marks, texts, version
from threadlings.case import Case
from threadlings.fence import AUTO, fence
from threadlings.intake import HandIn
from threadlings.marks import Result
from threadlings.screen import WrongUse, plain

BATCH = 25  # cases: seconds of work, so that handing it out costs nothing
AHEAD = 2  # batches for each thread of a worker: one is at work, one waits
ANSWER = 10  # seconds for a scheduler to answer
COME = 30  # seconds for a worker to be there
SILENT = (OSError, TimeoutError, asyncio.TimeoutError)  # one until Python 3.11

Facts = dict[str, Any]


class Other(Exception):
    """A worker has another kit or another Python than whoever asks it."""


# ── on a worker's machine ────────────────────────────────────────────────────
@dataclass(frozen=True)
class Batch:
    """Cases as they travel, who must grade them, and how."""

    cases: tuple[tuple[str, tuple[tuple[str, bytes], ...]], ...]  # exercise, files
    editions: dict[str, str]  # of the kit, by exercise
    python: str
    language: str
    patience: float
    isolation: str


def work(batch: Batch) -> Facts:
    """The rows of a batch, or in words why there are none; all of it is plain data."""
    try:
        return {"rows": rows(batch)}
    except (Other, WrongUse) as error:
        return {"other": str(error)}
    except Exception as error:  # an exception may not survive the way back
        return {"failed": f"{type(error).__name__}: {error}"}


def rows(batch: Batch) -> list[Facts]:
    """The rows of a batch.  Raises Other where they would not be the same here."""
    cases = [Case(exercise_of(batch, name), files) for name, files in batch.cases]
    texts.speak(batch.language)
    graders = {one.exercise.grader for one in cases}
    with fence(batch.isolation, graders) as own:
        graded = case.graded(
            cases, together=1, patience=batch.patience, start=own.start
        )
        return [replace(one, isolation=own.name).row for one in graded]


def exercise_of(batch: Batch, number: str) -> kit.Exercise:
    """The exercise of this machine's kit, if it is the same as that of a batch."""
    if version.of_python() != batch.python:
        raise Other(f"it has {version.of_python()}, and this is {batch.python}")
    try:
        one = kit.exercise(kit.root(), number)
    except kit.KitError as error:
        raise Other(f"it has no such kit: {error}") from None
    if version.of_kit(one) != batch.editions[number]:
        raise Other(f"its kit has another exercise {number}, or another grader for it")
    return one


# ── on the machine that asks ─────────────────────────────────────────────────
def graded(
    cases: Iterable[Case],
    *,
    address: str,
    patience: float,
    isolation: str = AUTO,
    batch: int = BATCH,
) -> Iterator[Result]:
    """A result for each of *cases*, as they are known; see `case.Engine`.

    Raises WrongUse where there is no such cluster, or one that can't do it.
    """
    with _client(address) as client:
        yield from _Run(client, patience, isolation, batch).results(iter(cases))


def _distributed() -> Any:
    """The library, which only a cluster needs."""
    try:
        import distributed
    except ImportError:
        words = 'a cluster needs another package: pip install "threadlings[cluster]"'
        raise WrongUse(words) from None
    return distributed


@contextlib.contextmanager
def _client(address: str) -> Iterator[Any]:
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=ANSWER, set_as_default=False)
    except (*SILENT, ValueError) as error:
        words = f"no scheduler answers at {plain(address)}: {plain(str(error))}"
        raise WrongUse(words) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=COME)
        except SILENT:
            words = f"the scheduler at {plain(address)} has no worker"
            raise WrongUse(words) from None
        yield client


class _Run:
    """Cases on their way to the workers and back."""

    def __init__(
        self, client: Any, patience: float, isolation: str, batch: int
    ) -> None:
        self._client, self._patience, self._batch = client, patience, batch
        self._isolation = isolation
        self._python, self._language = version.of_python(), texts.spoken()
        self._under_way: dict[str, tuple[Case, ...]] = {}  # by the key of a task
        self._suspects: deque[Case] = deque()
        self._accused: Case | None = None

    def results(self, cases: Iterator[Case]) -> Iterator[Result]:
        """What comes of *cases*; never more are under way than will soon be graded."""
        coming = _distributed().as_completed(loop=self._client.loop)
        self._fill(coming, cases)
        for future in coming:
            yield from self._heard(self._under_way.pop(future.key), future)
            future.release()
            self._fill(coming, cases)
            if self._suspects and not self._under_way:
                self._accused = self._suspects.popleft()
                self._submit(coming, (self._accused,))

    def _fill(self, coming: Any, cases: Iterator[Case]) -> None:
        """Keep the workers busy, however many there are just now."""
        room = AHEAD * max(1, sum(self._client.nthreads().values()))
        while len(self._under_way) < room and (
            some := tuple(islice(cases, self._batch))
        ):
            self._submit(coming, some)

    def _submit(self, coming: Any, some: tuple[Case, ...]) -> None:
        batch = Batch(
            tuple((one.exercise.number, one.files) for one in some),
            {one.exercise.number: version.of_kit(one.exercise) for one in some},
            *(self._python, self._language, self._patience, self._isolation),
        )
        future = self._client.submit(work, batch, pure=False)
        self._under_way[future.key] = some
        coming.add(future)

    def _heard(self, some: tuple[Case, ...], future: Any) -> Iterator[Result]:
        """What has come of *some* cases.

        Where workers were lost, nobody knows to which case, or even whether to one of
        these: each is tried once more in the end, with nothing else under way.
        """
        if future.status == "finished":
            yield from self._answered(some, future.result())
        elif future.status != "error":
            raise WrongUse("the scheduler of the cluster is gone; --resume goes on")
        elif not isinstance(future.exception(), _distributed().KilledWorker):
            raise WrongUse(f"{NO_WORK}: {future.exception()}")
        elif some == (self._accused,):
            yield _unjudged(some[0], marks.ERROR, KILLED)
        else:
            self._suspects.extend(some)

    def _answered(self, some: tuple[Case, ...], said: Facts) -> Iterator[Result]:
        if "other" in said:
            raise WrongUse(f"{NO_WORK}: {said['other']}")
        if "rows" in said:
            yield from map(marks.from_row, said["rows"])
        else:
            words = f"threadlings itself failed ({said['failed']})."
            yield from (_unjudged(one, marks.UNGRADED, words) for one in some)


def _unjudged(one: Case, verdict: str, words: str) -> Result:
    found = HandIn(one.key, one.exercise, Path(one.name), verdict, words)
    return grade.unjudged(found)


NO_WORK = "a worker of the cluster can't grade this"
KILLED = (
    "It could not be graded: every worker of the cluster that tried it was lost. "
    "Nobody knows whether it keeps its promises."
)
