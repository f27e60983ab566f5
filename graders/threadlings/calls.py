"""Hooks for calls and loops: who is called, and does the loop get anywhere?"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Hashable
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from threadlings import core
from threadlings.core import Run
from threadlings.events import Ending, Thing
from threadlings.fiber import Fiber, Operation
from threadlings.hooks import CONTAINERS, Method, attribute, busy, get, touch, whole
from threadlings.identity import LIBRARY, OUTSIDE, brief, is_ours, known, spot

CHANGING = frozenset(
    (
        *("heappush", "heappop", "heapify", "heapreplace", "heappushpop"),
        *("insort", "insort_left", "insort_right", "shuffle"),
    )
)
HARMLESS: frozenset[Any] = frozenset(
    (
        *(len, isinstance, issubclass, id, repr, min, max, sum, abs, any, all, sorted),
        *(hash, callable, divmod, round),
    )
)
TURNS = 1_000_000  # rounds of loops in one run, before it is called endless
SAME = 3  # rounds in which nothing changes, before a loop is called busy waiting


# ── calls ────────────────────────────────────────────────────────────────────
def call(function: Any, place: int) -> Any:
    """*function*, about to be called; wrapped where the call is worth a step."""
    kind = type(function)
    if kind is Method:
        return function
    run = core.current
    if run is None:
        return function
    if isinstance(function, type):
        return _Maker(function, place) if function is not type else function
    if busy() is None:
        return function
    if kind is BuiltinFunctionType and function in BY_NAME:
        return functools.partial(BY_NAME[function], place)
    if kind is BuiltinFunctionType or isinstance(function, functools.partial):
        return _Native(function, place)
    if is_outside(run, function):
        return _Outside(function)
    if kind is FunctionType and function.__code__.co_filename.startswith(LIBRARY):
        return _Native(function, place)
    return function


def is_outside(run: Run, function: Any) -> bool:
    """Whether *function* is the grader's."""
    if getattr(type(function), "_outside", False):
        return True
    while isinstance(function, functools.partial):
        function = function.func
    if isinstance(function, MethodType):
        function = function.__func__
    if not isinstance(function, FunctionType):
        function = getattr(type(function), "__call__", None)  # noqa: B004 - its code
    code = getattr(function, "__code__", None)
    if code is None or code.co_filename in run.sources:
        return False
    return not is_ours(code.co_filename)


def announce(function: Callable[..., Any], arguments: tuple[Any, ...] = ()) -> None:
    """Let the call of a function that is not the submission's be a step."""
    run = busy()
    if run is None or not is_outside(run, function):
        return
    where = spot(run)
    name = getattr(function, "__name__", type(function).__name__).strip("<>")
    operation = Operation("call", Thing(name), (OUTSIDE,))
    operation.line, operation.text = where.line, where.text
    operation.value = ", ".join(brief(run, argument) for argument in arguments)
    run.pause(operation)


# ── attributes by name ───────────────────────────────────────────────────────
def _getattr(place: int, thing: Any, name: str, *default: Any) -> Any:
    try:
        return get(thing, name, place)
    except AttributeError:
        if not default:
            raise
        return default[0]


def _hasattr(place: int, thing: Any, name: str) -> bool:
    try:
        get(thing, name, place)
    except AttributeError:
        return False
    return True


def _setattr(place: int, thing: Any, name: str, value: Any) -> None:
    attribute(thing, name, place)[0] = value


def _delattr(place: int, thing: Any, name: str) -> None:
    del attribute(thing, name, place)[0]


BY_NAME: dict[Any, Callable[..., Any]] = {
    getattr: _getattr,
    hasattr: _hasattr,
    setattr: _setattr,
    delattr: _delattr,
}


class _Outside:
    """A call of a function that was passed in."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        announce(self.function, args)
        return self.function(*args, **kwargs)


class _Native:
    """A call of code that is not rewritten, with containers that it may look into."""

    __slots__ = ("function", "place")

    def __init__(self, function: Callable[..., Any], place: int) -> None:
        self.function, self.place = function, place

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        function, run = self.function, busy()
        if run is None:
            return function(*args, **kwargs)
        name = getattr(function, "__name__", type(function).__name__)
        operation = None
        for argument in args:
            if isinstance(argument, CONTAINERS):
                mode = "w" if name in CHANGING else "r"
                operation = whole(run, argument, name, mode, self.place)
        if function is next and args and not isinstance(args[0], Method):
            seen = known(run, args[0])
            touches = ((seen.uid, "w"),)
            operation = touch(run, "next", seen.thing, "", lambda: touches, self.place)
        if function not in HARMLESS:
            run.current.progress += 1
        value = function(*args, **kwargs)
        if operation is not None:
            operation.value = "" if value is None else brief(run, value)
        return value


class _Maker:
    """A call of a class; what it makes is known from then on."""

    __slots__ = ("kind", "place")

    def __init__(self, kind: type, place: int) -> None:
        self.kind, self.place = kind, place

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        run = busy()
        if run is not None:
            for argument in args:
                if isinstance(argument, CONTAINERS):
                    whole(run, argument, self.kind.__name__, "r", self.place)
        made = self.kind(*args, **kwargs)
        run = core.current
        if run is not None and (
            isinstance(made, CONTAINERS) or self.kind.__module__ in run.modules
        ):
            known(run, made)
        return made


def identify(thing: object) -> int:
    """`id`: as unique as the real one, and the same whenever an order is replayed."""
    run = core.current
    if run is None:
        return id(thing)
    return (1 + known(run, thing).serial) << 4


# ── loops ────────────────────────────────────────────────────────────────────
def turn(place: int) -> None:
    """A loop goes round once more."""
    run = core.current
    if run is None:
        return
    if run.over:
        run.refuse()
    run.turns += 1
    if run.turns > TURNS:
        _give_up(run)


def spin(place: int) -> bool:
    """A `while` loop goes round once more; when it gets nowhere it has to wait.

    A round that wrote nothing and in which nothing was different from the last one
    can't end by itself: the thread waits until somebody writes what the loop reads
    (an *await*, as Nidhugg and GenMC treat such loops).
    """
    turn(place)
    run = busy()
    if run is None:
        return True
    me = run.current
    last = me.loops.get(place)
    if last is None or last[0] != me.progress:
        me.loops[place] = (me.progress, None, 0)
        me.reads.clear()
        return True
    frame = sys._getframe(1)
    seen = (
        {key: _by_others(run, me, key) for key in me.reads},
        [id(value) for value in frame.f_locals.values()],
    )
    same = last[2] + 1 if seen == last[1] or last[1] is None else 0
    me.loops[place] = (me.progress, seen, same)
    if same >= SAME:
        me.loops.pop(place)
        _await(run, seen[0])
    return True


def _by_others(run: Run, me: Fiber, key: Hashable) -> int:
    """How often others than *me* have written at *key*."""
    return run.versions.get(key, 0) - me.wrote.get(key, 0)


def _await(run: Run, versions: dict[Any, int]) -> None:
    """Wait until somebody writes one of the things in *versions*."""
    where = spot(run)
    operation = Operation("spin", Thing("loop"), ending=Ending.ENDLESS, idle=True)
    operation.line, operation.text = where.line, where.text
    me = run.current
    operation.may_go = lambda: any(
        _by_others(run, me, key) != version for key, version in versions.items()
    )
    me.operation = operation
    run.spins.append(run.waiting(me))
    run.pause(operation)
    me.reads.clear()


def _give_up(run: Run) -> None:
    """End a run in which a loop never ends."""
    where = spot(run)
    operation = Operation("loop", Thing("loop"))
    operation.line, operation.text = where.line, where.text
    run.current.operation = operation
    run.spins.append(run.waiting(run.current))
    run.end(Ending.ENDLESS)
