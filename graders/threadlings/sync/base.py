"""What all stand-ins share: a name for people, a key, and one way to act."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from threadlings.core import Run
from threadlings.events import NoStandin, Thing, Touch
from threadlings.fiber import Fiber, Need, Operation
from threadlings.identity import OUTSIDE, fresh, running, spot

KILLED = -1_000_000_004  # the place of a process's violent end
Made = TypeVar("Made", bound="Standin")


def serial(run: Run) -> int:
    """How many threads and stand-ins the run has made; steps that are told or not
    don't count into it, as they do into a key."""
    number = run.numbers["made"] = run.numbers.get("made", 0) + 1
    return number


class Standin:
    """An object that threads meet at, made during a run."""

    _thing: Thing
    _uid: int
    _serial: int
    _standin = True
    _kind = ""

    def __init_subclass__(cls) -> None:
        """A class of the program's own keeps the kind of the one it extends."""
        super().__init_subclass__()
        if cls.__module__.startswith(__package__):
            cls._kind = cls.__name__

    def __new__(cls: type[Made], *args: Any, **kwargs: Any) -> Made:
        """Give it a name and a key: a subclass may use it before our `__init__`."""
        made = super().__new__(cls)
        run = running()
        made._thing, made._uid = fresh(run, cls._kind)
        made._serial = serial(run)
        return made

    def __hash__(self) -> int:
        """Not its address: a set of these has the same order in every replay."""
        return self._serial

    @classmethod
    def _part_of(cls: type[Made], whole: Standin) -> Made:
        """One that is a part of *whole*, and for people the same thing."""
        made = cls()
        made._thing = whole._thing
        return made

    def _title(self) -> str:
        """Its class as a `repr` writes it: `threading.Lock`."""
        kind = type(self)
        return f"{kind.__module__}.{kind.__qualname__}"

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Refuse to be copied, as the locks inside of all these objects do."""
        raise TypeError(f"cannot pickle {self._title()!r} object")

    def _act(
        self,
        kind: str,
        mode: str = "w",
        *,
        may_go: Callable[[], bool] | None = None,
        until: float | None = None,
        idle: bool = False,
        held_by: Callable[[], list[Fiber]] | None = None,
        part: str = "",
        value: str = "",
        also: tuple[Touch, ...] = (),
        fails: Callable[[], bool] | None = None,
        needs: tuple[Need, ...] = (),
        surprise: bool = False,
        quiet: bool = False,
    ) -> bool:
        """Do *kind* to this object when it can be done; False when time ran out.

        A try that *fails* at its turn has only looked.
        """
        touches = ((self._uid, mode), *also)
        operation = act(kind, self._thing, touches)
        touches = operation.touches
        operation.may_go = may_go
        operation.until = until
        operation.idle = idle
        operation.held_by = held_by
        operation.part = part
        operation.surprise = surprise
        if quiet:  # a helper that nobody waits for by name
            operation.told = tuple
        if until is None:
            operation.needs = needs
        if fails is not None:
            looked = tuple((key, "r") for key, _ in touches)
            operation.prepare = lambda: looked if fails() else touches
        operation.value = value
        run = running()
        place = -operation.line  # lines are few and are never a place of the hooks
        if run.note(touches, place) or not operation.can_go:
            return run.pause(operation)
        run.proceed(operation)
        return True


def act(kind: str, thing: Thing, touches: tuple[Touch, ...] = ()) -> Operation:
    """An operation at the place in the submission that asks for it."""
    operation = Operation(kind, thing, touches)
    run = running()
    operation.line, operation.text, operation.inner = spot(run)
    if operation.inner and touches:
        operation.touches = (*touches, OUTSIDE)
    home = run.current.home
    if home and touches and KILLED in run.sharing.hot:
        operation.touches += ((life(home), "r"),)
    return operation


def life(home: int) -> Hashable:
    """What a process that may be killed reads in every step, and its killer writes."""
    return "life", home


def meet(operation: Operation) -> bool:
    """Take a step in which threads meet; False when its time ran out first."""
    run = running()
    if operation.touches:
        run.note(operation.touches, -operation.line)
    return run.pause(operation)


def taken() -> Operation:
    """The step that was just taken."""
    return running().log[-1][2]


def say(value: str) -> None:
    """Write into the record how the step that was just taken went."""
    taken().value = value


def give(key: Hashable, number: int) -> None:
    """Write into the record what the step that was just taken adds to a counter."""
    taken().gives += ((key, number),)


def me() -> Fiber:
    """The virtual thread that has the turn."""
    return running().current


def deadline(timeout: float | None) -> float | None:
    """When a wait of *timeout* seconds from now runs out; None when it never does."""
    if timeout is None or timeout < 0:
        return None
    return running().clock + timeout


def time_up(timeout: float | None) -> float | None:
    """The same for a wait that is over at once when *timeout* is below zero."""
    return None if timeout is None else deadline(max(timeout, 0.0))


def refuse(name: str, *_: Any, **__: Any) -> Any:
    """Say that *name* has no stand-in, however it is called."""
    raise NoStandin(
        f"threadlings has no stand-in for {name}: this part of the standard library "
        "can't be scheduled yet"
    )
