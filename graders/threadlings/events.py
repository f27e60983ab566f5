"""What happened in one run, as plain data: the only thing that both halves share.

The half that makes runs writes a `Record`; the half that judges and explains
reads it.  Nothing here knows how a run is made.
"""

from __future__ import annotations

import enum
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple

Touch = tuple[Hashable, str]
"""What an event touches and how: "r" read, "u" update, "w" write.

Two touches of one key commute when both are "r" or both are "u" (two writes to
different items of one list are updates of its content); else their order counts.
"""


class NoStandin(AttributeError):
    """The submission asks for something real that we can't put under a scheduler."""


class Ending(enum.Enum):
    """How a run ended; nothing else ends one."""

    DONE = "done"  # every thread came to its end
    RAISED = "raised"  # so did they, but an exception left at least one of them
    STUCK = "stuck"  # nobody can go on
    ENDLESS = "endless"  # the step budget is used up, or all that is left spins
    CUT = "cut"  # the search broke it off: what follows is known already


class Thing:
    """An object that threads meet at, as people should see it: `account#1`.

    *kind* is what it is, *number* counts the things of that kind by creation,
    *name* is where the program keeps it (`account#1.lock`), once that is known.
    """

    __slots__ = ("_name", "_namesakes", "kind", "number")

    def __init__(self, kind: str, number: int = 0) -> None:
        self.kind = kind
        self.number = number
        self._name = ""
        self._namesakes: list[Thing] = []

    def name_it(self, name: str, namesakes: list[Thing]) -> None:
        """Call it *name*, like its *namesakes*.

        The first name stays, but that of a place in an object (`account#1.lock`) is
        better than that of a variable.
        """
        if "." in self._name or (self._name and "." not in name):
            return
        if self in self._namesakes:
            self._namesakes.remove(self)
        self._name, self._namesakes = name, namesakes
        namesakes.append(self)

    def __str__(self) -> str:
        if not self._name:
            return f"{self.kind.lower()}#{self.number}" if self.number else self.kind
        if len(self._namesakes) < 2:
            return self._name
        return f"{self._name}#{self._namesakes.index(self) + 1}"


class Event(NamedTuple):
    """One step of one thread."""

    step: int  # counted from the first start of a thread; 0 before it
    thread: str
    kind: str  # read, write, acquire, release, wait, put, start, …
    thing: Thing
    part: str  # the attribute or item of the thing, or ""
    value: str  # what was read or written, or how it went
    line: int  # the submission's line, 0 outside of it
    text: str  # that line's text
    touches: tuple[Touch, ...]
    forced: bool  # the thread that had the turn could have gone on
    inner: bool = False  # made by the grader, not by the submission

    @property
    def told(self) -> tuple[str, ...]:
        """What is the same whenever the run is made again."""
        words = self.thread, self.kind, str(self.thing), self.part, self.value
        return (*words, str(self.line))

    @property
    def subject(self) -> str:
        """The thing and its part, as a reader would write it."""
        if self.part.startswith("["):
            return f"{self.thing}{self.part}"
        return f"{self.thing}.{self.part}" if self.part else str(self.thing)


Pair = tuple[Event | None, Event | None]


class Waiting(NamedTuple):
    """A thread that can't go on at the end of a run, and why."""

    thread: str
    kind: str
    thing: Thing
    line: int
    text: str
    held_by: tuple[str, ...]  # the threads that could let it go on, where known
    others: tuple[str, ...] = ()  # who else waits at the same thing


class Loss(NamedTuple):
    """Something that a run has left behind, or stopped others with."""

    kind: str  # "pending", "unretrieved", "unawaited" or "blocked"
    name: str  # whose it is
    line: int = 0
    text: str = ""


class Departure(NamedTuple):
    """At *step* the turn goes to *thread* and not to whom the default rule names."""

    step: int
    thread: str

    def __str__(self) -> str:
        return f"{self.step}:{self.thread}"


@dataclass
class Record:
    """One run under one order."""

    ending: Ending = Ending.DONE
    events: list[Event] = field(default_factory=list)
    departures: tuple[Departure, ...] = ()
    forced: int = 0  # switches away from a thread that could have gone on
    result: Any = None
    errors: dict[str, BaseException] = field(default_factory=dict)
    waiting: tuple[Waiting, ...] = ()
    left: tuple[str, ...] = ()  # threads still alive when the main one returned
    unseen: tuple[str, ...] = ()  # ended by luck: nobody had waited for their end
    spins: tuple[Waiting, ...] = ()  # threads that were caught busy waiting
    losses: tuple[Loss, ...] = ()
    oddities: tuple[str, ...] = ()  # "overtaken" or "surprise", if Python may do so
    threads: tuple[str, ...] = ()  # all of them, by creation
    trace: int = 0  # equal for two runs that differ only in independent steps
    steps: int = 0
    clock: float = 0.0  # virtual seconds
    output: str = ""  # what the program printed
    processes: tuple[str, ...] = ()  # that it started


def parting(one: Sequence[Event], two: Sequence[Event]) -> Pair | None:
    """The first step in which two runs of one order differ, as each of them has it.

    None stands for a run that was over by then.
    """
    for mine, other in zip_longest(one, two):
        if mine is None or other is None or mine.told != other.told:
            return mine, other
    return None


def order_of(departures: tuple[Departure, ...]) -> str:
    """Write an order as people type it: `7:bob,12:ann`, or `default`."""
    return ",".join(map(str, departures)) or "default"


def read_order(text: str) -> tuple[Departure, ...]:
    """Read what `order_of` writes.  Raises ValueError with the way to write it."""
    if text.strip() in ("", "default"):
        return ()
    found = []
    for part in text.split(","):
        step, colon, thread = part.strip().partition(":")
        if not (colon and step.isdigit() and thread):
            raise ValueError(f"{part.strip()!r}: write STEP:THREAD, like 7:bob")
        found.append(Departure(int(step), thread))
    return tuple(found)
