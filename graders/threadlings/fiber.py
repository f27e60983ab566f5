"""The nouns of a run: a virtual thread, what it is about to do, and who chooses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, NamedTuple, Protocol

import greenlet

from threadlings.events import Ending, Event, Thing, Touch, Waiting


class Over(BaseException):
    """The run is over; whoever still runs unwinds."""


class Misfit(Exception):
    """An order that the program can't follow; the text says at which step."""


Need = tuple[Hashable, int]
"""A counter and a number: at least this much is needed, or so much is added.

It may be needed of a frozenset of counters, all together.
"""


class Operation:
    """What a thread is about to do; few need more than the first three."""

    def __init__(
        self, kind: str, thing: Thing, touches: tuple[Touch, ...] = ()
    ) -> None:
        self.kind = kind
        self.thing = thing
        self.touches = touches

    prepare: Callable[[], tuple[Touch, ...]] | None = None  # *touches*, at its turn
    part: str = ""  # the attribute or item of the thing
    may_go: Callable[[], bool] | None = None
    needs: tuple[Need, ...] = ()  # the same in numbers, for an order not yet tried
    gives: tuple[Need, ...] = ()  # what it adds to the counters that others need
    chosen: bool = False  # another thread could have had this turn
    until: float | None = None  # virtual time at which it goes on without *may_go*
    surprise: bool = False  # it may go on for no reason, where runs are surprising
    idle: bool = False  # no progress: a loop of only these is busy waiting
    held_by: Callable[[], list[Fiber]] | None = None  # who could make *may_go* true
    told: Callable[[], tuple[Waiting, ...]] | None = None  # who really waits there
    lane: str = ""  # for whom it was done, if not for the thread itself
    ending: Ending = Ending.STUCK  # how a run is called that ends with this pending
    line: int = 0
    text: str = ""
    inner: bool = False  # the grader's, not the submission's
    value: str = ""

    @property
    def can_go(self) -> bool:
        """Whether it needs nobody to be done."""
        return self.may_go is None or self.may_go()

    def event(self, step: int, thread: str, forced: bool) -> Event:
        """It as plain data, once it has had its turn."""
        return Event(
            step,
            self.lane or thread,
            self.kind,
            self.thing,
            self.part,
            self.value,
            self.line,
            self.text,
            self.touches,
            forced,
            self.inner,
        )


def never() -> bool:
    """What most threads say of their retirement, and all sleepers wait for."""
    return False


class Fiber:
    """A virtual thread.

    *key* is the same in every order, which the number in a thread's name is not.
    """

    def __init__(
        self, name: str, key: int, work: Callable[[], Any], daemon: bool
    ) -> None:
        self.name = name
        self.key = key
        self.index = 0  # by creation in this run
        self.home = 0  # the key of the first thread of its process; 0: the first one
        self.work = work
        self.daemon = daemon
        self.greenlet: greenlet.greenlet
        self.operation: Operation | None = None
        self.done = self.started = False
        self.lane = ""  # who it works for, if for people that is somebody else
        self.shown = True  # whether it is a thread of the program
        self.blocked: Callable[[Operation], None] | None = None  # if it must not wait
        self.retired: Callable[[], bool] = never  # whether only its end is left
        self.surprised = False  # it went on for no reason
        self.timed_out = False  # what it waits for has not come, but its time
        self.last = key  # hash of its last event
        self.epoch = 1  # grows with every thread that it starts
        self.clock: dict[int, int] = {}  # epochs of others that come before its own
        self.knows: set[Fiber] = set()  # threads that it has seen the end of
        self.held: frozenset[int] = frozenset()  # keys of the locks that it has
        self.created = self.children = 0  # things and threads that it has made
        self.progress = 0  # steps that were not idle
        self.reads: list[Hashable] = []  # what it has looked at, in order
        self.wrote: defaultdict[Hashable, int] = defaultdict(int)  # how often, by key
        self.loops: dict[int, Any] = {}  # what its while loops saw, by place

    def begat(self, child: Fiber) -> None:
        """All that it has done comes before all that *child* does."""
        child.clock = {**self.clock, self.index: self.epoch}
        child.home = self.home
        self.epoch += 1

    def saw_end(self, other: Fiber) -> None:
        """All that *other* has done comes before all that it will do."""
        self.knows |= {other, *other.knows}
        for index, epoch in (*other.clock.items(), (other.index, other.epoch)):
            self.clock[index] = max(epoch, self.clock.get(index, 0))

    @property
    def meets_others(self) -> bool:
        """Whether the place of its next step among those of others can matter."""
        step = self.operation
        return step is None or step.prepare is not None or step.touches != ()

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What it waits for, or what those do for whom it works."""
        step = self.operation
        if step is None:
            return ()
        if step.told is not None:
            return step.told()
        held = tuple(fiber.name for fiber in (step.held_by() if step.held_by else []))
        return (Waiting(self.name, step.kind, step.thing, step.line, step.text, held),)

    @property
    def until(self) -> float:
        """When its wait runs out."""
        assert self.operation is not None
        assert self.operation.until is not None
        return self.operation.until


Log = list[tuple[int, Fiber, Operation, bool]]
"""What happened: at which step, to whom, what, and whether the turn was taken away."""

Left = list[tuple[int, Fiber]]
"""Those who were about to take a step and did not, and at which place of the log."""


def names_of(
    fibers: Sequence[Fiber], log: Log, waiting: Iterable[Waiting]
) -> tuple[str, ...]:
    """The threads, and whom they worked for, or have kept *waiting*."""
    threads = [fiber.name for fiber in fibers if fiber.shown]
    lanes = [operation.lane for _, _, operation, _ in log if operation.lane]
    lanes += [one.thread for one in waiting]
    return tuple(dict.fromkeys((*threads, *lanes)))


class Choice(NamedTuple):
    """A moment in which more than one thread can have the turn."""

    step: int
    state: int  # names all that has happened, up to independent order
    default: Fiber
    options: list[tuple[Fiber, int]]  # who can go, and at what cost
    log: Log


class Chooser(Protocol):
    """Who decides."""

    thorough: bool = False  # is asked, too, where to switch again would cost no more

    def choose(self, choice: Choice) -> Fiber | None:
        """Give the turn to one of the options, or None to cut the run off."""

    def over(self, ending: Ending, log: Log, left: Left) -> None:
        """Look back at a run that has ended, with who did not get any further."""
