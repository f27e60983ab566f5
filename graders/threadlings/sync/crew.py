"""Processes that do jobs, for the two pools of the standard library.

A job is pickled when it is handed in, done in a worker's own memory, and its result is
pickled on the way back.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from threadlings.calls import announce
from threadlings.core import Run
from threadlings.identity import running
from threadlings.sync.base import Standin, give
from threadlings.sync.future import Future
from threadlings.sync.home import Exited, Home, home, homes
from threadlings.sync.pool import Shared
from threadlings.sync.process import Process
from threadlings.sync.queue import ITEMS, PLENTY
from threadlings.sync.thread import LEAVING
from threadlings.sync.wire import Message, dumps, loads

ABRUPT = (
    "A process in the process pool was terminated abruptly while the future was "
    "running or pending."
)


class Crew(Shared):
    """Workers that are processes."""

    broken_as = BrokenProcessPool

    def __init__(self, pool: Standin, workers: int, init: Any, initargs: Any) -> None:
        super().__init__(pool, workers)
        self.owner = home()
        self.begin = dumps((init, initargs), spawning=True)
        self.doing: dict[int, Future[Any]] = {}  # by worker
        self.patient = False  # whoever dies takes a job along, and nobody says so
        self.label = ""

    # ── a worker's life ──────────────────────────────────────────────────────
    def hire(self) -> None:
        """Start one more worker."""
        process = Process(daemon=True)
        process._name = f"{self.label}-{len(self.threads) + 1}"
        self.threads.append(process)
        process._launch(self._serve)
        own = process._home
        assert own is not None
        own.process = process
        key = own.fiber.key
        if not self.patient:
            own.fiber.retired = lambda: self.done and key not in self.doing
        own.lasts.append(lambda: self.gone(own))

    def _serve(self, own: Home) -> int:
        initializer, initargs = loads(self.begin)
        self.work(initializer, initargs)
        return 0

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
        packed = args[0]
        if isinstance(packed, BaseException):  # it could not be pickled
            future.set_exception(packed)
        else:
            error, answer = _answer(packed)
            there, me.home = me.home, _key(running(), self.owner)
            try:
                answer = loads(answer)
            finally:
                me.home = there
            (future.set_exception if error else future.set_result)(answer)
        self.doing.pop(me.key, None)

    def gone(self, own: Home) -> None:
        """A worker has ended."""
        future = self.doing.pop(own.fiber.key, None)
        if self.closed and not self.jobs and future is None:
            return
        if own.code == 0 or self.broken:
            return
        if self.patient:  # a new worker comes, and the job is lost
            self.threads = [one for one in self.threads if one._home is not own]
            return
        self.step("fail")
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


def _answer(packed: Message) -> tuple[bool, Message]:
    """Whether the job has failed, and what it has given or raised."""
    try:
        function, args, kwargs = loads(packed)
        announce(function)
        result = function(*args, **kwargs)
        return False, dumps(result)
    except (*LEAVING, Exited):
        raise
    except BaseException as error:
        error.__traceback__ = None
        return True, dumps(error)


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
