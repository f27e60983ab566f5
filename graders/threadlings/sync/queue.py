"""The module `queue`: a put, a get, a join are one step each."""

from __future__ import annotations

import heapq
import queue as real
import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar

from threadlings import core
from threadlings.fiber import Fiber, Operation
from threadlings.identity import brief, running
from threadlings.sync.base import Standin, deadline, give, me, refuse, say, taken
from threadlings.sync.lock import Lock

T = TypeVar("T")
Empty, Full = real.Empty, real.Full
CONDITIONS = ("all_tasks_done", "not_empty", "not_full")
ROOM, ITEMS, TASKS = "room", "items", "tasks"  # what a put, a get, a join needs
PLENTY = 1_000_000_000
HAS_SHUTDOWN = sys.version_info >= (3, 13)
ShutDown: type[Exception] = getattr(real, "ShutDown", Empty)


class Queue(Standin, Generic[T]):
    """First in, first out; `put` waits while *maxsize* items are inside."""

    def __init__(self, maxsize: int = 0) -> None:
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self.is_shutdown = False
        self._mutex: Lock | None = None
        self._user: Fiber | None = None  # who is inside: nobody else comes in
        self._init(maxsize)

    # what a subclass may say anew, as in the standard library
    def _init(self, maxsize: int) -> None:
        self.queue: Any = deque()

    def _qsize(self) -> int:
        return len(self.queue)

    def _put(self, item: T) -> None:
        self.queue.append(item)

    def _get(self) -> T:
        found: T = self.queue.popleft()
        return found

    def _has_room(self) -> bool:
        return self.is_shutdown or not 0 < self.maxsize <= self._qsize()

    def _has_items(self) -> bool:
        return self.is_shutdown or self._qsize() > 0

    # ── one at a time ────────────────────────────────────────────────────────
    @property
    def mutex(self) -> Lock:
        """The lock that keeps everybody out."""
        if self._mutex is None:
            self._mutex = Lock._part_of(self)
        return self._mutex

    def _holders(self) -> list[Fiber]:
        if self._user is not None:
            return [self._user]
        return self._mutex._holders() if self._mutex is not None else []

    def _open(self) -> bool:
        return self._user is None and (self._mutex is None or self._mutex._free())

    def _inside(
        self,
        kind: str,
        mode: str = "w",
        ready: Callable[[], bool] | None = None,
        **how: Any,
    ) -> _Inside:
        """Do *kind* when *ready* or out of time; others stay out until it is done.

        It matters where a subclass has a `_put` or `_get` that gives its turn away.
        """

        def may_go() -> bool:
            return self._open() and (ready is None or ready())

        own = type(self)._qsize is not Queue._qsize
        guard = partial(_quietly, may_go) if own else may_go
        if own:
            how.pop("fails", None)  # a subclass may do anything when it is asked
        self._act(kind, mode, may_go=guard, held_by=self._holders, **how)
        if not self._open():  # time ran out, but to look takes the lock
            self._act(kind, mode, may_go=self._open, held_by=self._holders)
        return _Inside(self)

    # ── what everybody calls ─────────────────────────────────────────────────
    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Put *item* in when there is room.  Raises Full when there is none in time."""
        waits = block and self.maxsize > 0
        until = _checked(waits, timeout)
        value = brief(running(), item)
        ready = self._has_room if waits else None
        needs = (((self._uid, ROOM), 1 - self.maxsize),) if waits else ()
        with self._inside(
            "put", ready=ready, until=until, value=value, needs=needs
        ) as step:
            if self.is_shutdown:
                raise ShutDown
            if not self._has_room():
                step.value = f"{value}: it is full"
                raise Full
            self._put(item)
            self.unfinished_tasks += 1
            for key, number in ((ROOM, -1), (ITEMS, 1), (TASKS, -1)):
                give((self._uid, key), number)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Take an item when there is one.  Raises Empty when there is none in time."""
        until = _checked(block, timeout)
        ready = self._has_items if block else None
        fails = None if block else (lambda: not self._has_items())
        needs = (((self._uid, ITEMS), 1),) if block else ()
        with self._inside(
            "get", ready=ready, until=until, fails=fails, needs=needs
        ) as step:
            if not self._qsize():
                step.value = "it is empty"
                raise ShutDown if self.is_shutdown else Empty
            item = self._get()
            step.value = brief(running(), item)
            give((self._uid, ITEMS), -1)
            give((self._uid, ROOM), 1)
            return item

    def put_nowait(self, item: T) -> None:
        """Put *item* in at once or raise Full."""
        self.put(item, block=False)

    def get_nowait(self) -> T:
        """Take an item at once or raise Empty."""
        return self.get(block=False)

    def task_done(self) -> None:
        """Say that one item that was taken is finished."""
        with self._inside("task_done") as step:
            if self.unfinished_tasks <= 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks -= 1
            give((self._uid, TASKS), 1)
            step.value = f"{self.unfinished_tasks} unfinished"

    def join(self) -> None:
        """Wait until every item that was put in is finished."""
        needs = (((self._uid, TASKS), 0),)
        with self._inside("join", "r", lambda: self.unfinished_tasks == 0, needs=needs):
            pass

    def qsize(self) -> int:
        """How many items are inside."""
        with self._inside("qsize", "r", idle=True) as step:
            size = self._qsize()
            step.value = str(size)
            return size

    def empty(self) -> bool:
        """Whether none is."""
        with self._inside("empty", "r", idle=True) as step:
            empty = not self._qsize()
            step.value = str(empty)
            return empty

    def full(self) -> bool:
        """Whether there is no room."""
        with self._inside("full", "r", idle=True) as step:
            full = 0 < self.maxsize <= self._qsize()
            step.value = str(full)
            return full

    if HAS_SHUTDOWN:

        def shutdown(self, immediate: bool = False) -> None:
            """Let nobody put any more; drop what is inside when *immediate*."""
            with self._inside("shutdown"):
                self.is_shutdown = True
                for key in (ROOM, ITEMS, TASKS):
                    give((self._uid, key), PLENTY)
                while immediate and self._qsize():
                    self._get()
                    self.unfinished_tasks = max(0, self.unfinished_tasks - 1)

    def __getattr__(self, name: str) -> Any:
        if name in CONDITIONS:
            return refuse(f"queue.{type(self).__name__}.{name}")
        kind = type(self).__name__
        raise AttributeError(f"{kind!r} object has no attribute {name!r}")


class _Inside:
    """The time in which one thread is alone in a queue, and the step that it takes."""

    __slots__ = ("queue",)

    def __init__(self, queue: Queue[Any]) -> None:
        self.queue = queue
        queue._user = me()

    def __enter__(self) -> Operation:
        return taken()

    def __exit__(self, *error: object) -> None:
        self.queue._user = None


class PriorityQueue(Queue[T]):
    """The least item comes out first."""

    def _init(self, maxsize: int) -> None:
        self.queue = []

    def _put(self, item: T) -> None:
        heapq.heappush(self.queue, item)

    def _get(self) -> T:
        found: T = heapq.heappop(self.queue)
        return found


class LifoQueue(Queue[T]):
    """Last in, first out."""

    def _init(self, maxsize: int) -> None:
        self.queue = []

    def _get(self) -> T:
        found: T = self.queue.pop()
        return found


class SimpleQueue(Standin, Generic[T]):
    """First in, first out, without end."""

    def __init__(self) -> None:
        self._items: deque[T] = deque()

    def put(self, item: T, block: bool = True, timeout: float | None = None) -> None:
        """Put *item* in; never waits."""
        self._act("put", value=brief(running(), item))
        give((self._uid, ITEMS), 1)
        self._items.append(item)

    def get(self, block: bool = True, timeout: float | None = None) -> T:
        """Take an item when there is one.  Raises Empty when there is none in time."""
        until = _checked(block, timeout)
        guard = (lambda: bool(self._items)) if block else None
        fails = None if block else (lambda: not self._items)
        needs = (((self._uid, ITEMS), 1),) if block else ()
        self._act("get", may_go=guard, until=until, fails=fails, needs=needs)
        if not self._items:
            say("it is empty")
            raise Empty
        give((self._uid, ITEMS), -1)
        item = self._items.popleft()
        say(brief(running(), item))
        return item

    def put_nowait(self, item: T) -> None:
        """The same as `put`."""
        self.put(item)

    def get_nowait(self) -> T:
        """Take an item at once or raise Empty."""
        return self.get(block=False)

    def qsize(self) -> int:
        """How many items are inside."""
        self._act("qsize", "r", idle=True)
        return len(self._items)

    def empty(self) -> bool:
        """Whether none is."""
        self._act("empty", "r", idle=True)
        return not self._items


def _quietly(question: Callable[[], bool]) -> bool:
    """Ask while somebody else has the turn: a subclass must not give it away."""
    run, core.current = core.current, None
    try:
        return question()
    finally:
        core.current = run


def _checked(block: bool, timeout: float | None) -> float | None:
    """The deadline that *timeout* asks for, as CPython checks it."""
    if block and timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    return deadline(timeout) if block else None
