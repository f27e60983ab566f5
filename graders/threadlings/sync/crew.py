"""Processes that do jobs, for the two pools of the standard library.

A job is pickled when it is handed in, done in a worker's own memory, and its result is
pickled on the way back.
"""

from __future__ import annotations

import itertools
import multiprocessing.pool
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any

from threadlings.calls import announce
from threadlings.core import Run
from threadlings.identity import running
from threadlings.sync.base import Standin, give
from threadlings.sync.future import Future
from threadlings.sync.home import Exited, Home, home, homes
from threadlings.sync.pool import Job, Shared
from threadlings.sync.process import Process
from threadlings.sync.queue import ITEMS, PLENTY
from threadlings.sync.thread import LEAVING
from threadlings.sync.wire import Message, dumps, loads

REAL: Any = multiprocessing.pool  # for exceptions that type checkers don't know
ABRUPT = (
    "A process in the process pool was terminated abruptly while the future was "
    "running or pending."
)


class Crew(Shared):
    """Workers that are processes."""

    broken_as = BrokenProcessPool

    def __init__(
        self, pool: Standin, workers: int, init: Any, initargs: Any, limit: int | None
    ) -> None:
        super().__init__(pool, workers)
        self.owner = home()
        self.limit = limit  # of jobs that a worker does; then another one comes
        self.did: Counter[int] = Counter()  # by worker
        self.begin = dumps((init, initargs), spawning=True)
        self.doing: dict[int, Future[Any]] = {}  # by worker
        self.patient = False  # whoever dies takes a job along, and nobody says so
        self.label = ""

    # ── a worker's life ──────────────────────────────────────────────────────
    def hire(self) -> None:
        """Start one more worker."""
        process = Process(daemon=True)
        process._name = f"{self.label}-{len(self.threads) + 1}"
        self.threads.append(process)  # the dead stay: who joins them, joins all
        process._launch(self._serve)
        own = process._home
        assert own is not None
        own.process = process
        key = own.fiber.key
        if not self.patient:
            own.fiber.retired = lambda: self.done and key not in self.doing
        own.lasts.append(lambda: self.gone(own))

    @property
    def staff(self) -> list[Process]:
        """The workers that have not ended."""
        return [one for one in self.threads if not one._home or one._home.code is None]

    def _serve(self, own: Home) -> int:
        initializer, initargs = loads(self.begin)
        self.work(initializer, initargs)
        return 0

    def take(self) -> Job | None:
        """The next job; None when this worker does no more."""
        if self.did[running().current.key] == self.limit:
            return None
        return super().take()

    def do(
        self,
        future: Future[Any],
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> None:
        """Do a job in the worker's own memory."""
        me = running().current
        self.doing[me.key] = future
        self.did[me.key] += 1
        packed = args[0]
        if isinstance(packed, BaseException):  # it could not be pickled
            future.set_exception(packed)
        else:
            error, packed = self._answer(packed)
            with self._at_home():
                answer = loads(packed)
            (future.set_exception if error else future.set_result)(answer)
        self.doing.pop(me.key, None)

    def _answer(self, packed: Message) -> tuple[bool, Message]:
        """Whether the job has failed, and what it has given or raised."""
        failed, found = _outcome(packed)
        try:
            return failed, dumps(found)
        except Exception as error:
            wrapped = REAL.MaybeEncodingError(error, found) if self.patient else error
            return True, dumps(wrapped)

    @contextmanager
    def _at_home(self) -> Iterator[None]:
        """In the process that the pool is in: what CPython has helper threads for."""
        me = running().current
        there, me.home = me.home, _key(running(), self.owner)
        try:
            yield
        finally:
            me.home = there

    def gone(self, own: Home) -> None:
        """A worker has ended: another one comes, or the pool is broken."""
        key = own.fiber.key
        future = self.doing.pop(key, None)
        calm = own.code == 0 and future is None
        if self.owner.ending or (calm and self.did[key] != self.limit):
            return  # all do, or there is nothing left to do
        replaced = self.patient or calm
        self.step("hire" if replaced else "fail")
        if self.broken or (self.done and (replaced or future is None)):
            return
        if replaced:  # the job, if there was one, is lost, and nobody says so
            self.workers += 1  # the dead one is still among the threads
            with self._at_home():
                self.hire()
            return
        self.broken = ABRUPT
        self.closed = True
        give((self.key, ITEMS), PLENTY)
        lost = [job[0] for job in self.jobs] + ([future] if future else [])
        self.jobs.clear()
        for one in lost:
            if not one._settled():
                one.set_exception(BrokenProcessPool(ABRUPT))


def _key(run: Run, own: Home) -> int:
    return next(key for key, one in homes(run).items() if one is own)


def _outcome(packed: Message) -> tuple[bool, Any]:
    """Whether a job has failed, and what it has given or raised."""
    try:
        function, args, kwargs = loads(packed)
        announce(function)
        return False, function(*args, **kwargs)
    except (*LEAVING, Exited):
        raise
    except BaseException as error:
        told = REAL.ExceptionWithTraceback(error, error.__traceback__)
        error.__traceback__ = None
        return True, told


def pack(fn: Any, args: Any, kwargs: Any) -> Message | BaseException:
    """A job in transit, or why it can't be pickled."""
    try:
        return dumps((fn, args, kwargs))
    except (*LEAVING, Exited):
        raise
    except Exception as error:
        return error


def chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """*items* in lists of at most *size*."""
    rest = iter(items)
    while chunk := list(itertools.islice(rest, size)):
        yield chunk


def all_of(fn: Callable[..., Any], chunk: list[Any]) -> list[Any]:
    """What *fn* gives for each of a chunk."""
    announce(fn)
    return [fn(*args) for args in chunk]


def one_of(fn: Callable[..., Any], chunk: list[Any]) -> list[Any]:
    """The same, for a function of one argument."""
    announce(fn)
    return [fn(item) for item in chunk]


def fail_with(error: BaseException) -> None:
    """The job of items that could not be had."""
    raise error
