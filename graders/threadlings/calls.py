"""Hooks for calls and loops: who is called, and does the loop get anywhere?"""

from __future__ import annotations

import functools
import sys
import warnings
from collections.abc import Callable, Hashable
from types import BuiltinFunctionType as Builtin
from types import ClassMethodDescriptorType as ClassMethod
from types import FrameType, FunctionType, MethodType, TracebackType
from types import MethodDescriptorType as Unbound
from types import MethodWrapperType as Operator
from types import WrapperDescriptorType as UnboundOperator
from typing import Any

from threadlings import core
from threadlings.core import Run
from threadlings.events import Ending, Thing
from threadlings.fiber import Fiber, Operation
from threadlings.hooks import LOOKING, Called, Method, attribute, get, overwrite, parts
from threadlings.identity import OUTSIDE, PACKAGE, brief, is_ours, known, spot
from threadlings.lookup import (
    CONTAINERS,
    home,
    is_class,
    is_container,
    static,
    title,
)
from threadlings.steps import busy, touch, whole

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
BY_NAME: dict[Any, Any] = {
    getattr: get,
    hasattr: get,
    setattr: attribute,
    delattr: attribute,
    object.__getattribute__: get,
    object.__setattr__: overwrite,
    object.__delattr__: overwrite,
}
"""What touches an attribute that it is told the name of, and the hook for that."""
BUILT_IN = (Builtin, Operator, Unbound, UnboundOperator, ClassMethod)
BOUND = (Builtin, Operator)
heard: Callable[[str], object] = str  # who is told of these names; nobody
FRAMED: frozenset[Any] = frozenset(
    (locals, globals, vars, dir, eval, exec, __import__, sys._getframe, warnings.warn)
)
LOOKING_BACK = frozenset(("typing", "enum", "logging", "traceback", "inspect"))
"""What looks at the frame that calls it, which has to be the submission's, and modules
that are full of it."""
TURNS = 1_000_000  # rounds of `for` loops in one run, before it is called endless
ROUNDS = 100_000  # the same for `while` loops, which need not have an end
SAME = 3  # rounds in which nothing changes, before a loop is called busy waiting


# ── calls ────────────────────────────────────────────────────────────────────
def call(function: Any, place: int) -> Any:
    """*function*, about to be called; wrapped where the call is worth a step."""
    run, kind = core.current, type(function)
    if run is None or issubclass(kind, Called) or not callable(function):
        return function
    if is_class(function):
        return _class(run, function, place)
    if busy() is None:
        return _ByName(function, place) if function is getattr else function
    if kind in BUILT_IN:
        return _built_in(function, place)
    if is_outside(run, function):
        return _Outside(function, place)
    python = _python(function)
    if python is None:
        return _Native(function, place)
    file = python.__code__.co_filename
    if file in run.sources or file.startswith(PACKAGE):
        return function
    if _looks_back(python):
        run.current.progress += 1
        return function
    return _Native(function, place)


def _class(run: Run, kind: type, place: int) -> Any:
    """A class, about to be called: wrapped if it makes what threads may share."""
    if issubclass(kind, type) or kind is super or home(kind) in LOOKING_BACK:
        return kind
    if issubclass(kind, CONTAINERS) or _is_own(run, kind) or busy() is not None:
        return _Maker(kind, place)
    return kind


def _is_own(run: Run, kind: type) -> bool:
    """Whether *kind* is a class of the submission."""
    return home(kind) in run.modules


def _built_in(function: Any, place: int) -> Any:
    """A built-in function or method, about to be called."""
    if type(function) in BOUND and is_container(function.__self__):
        return Method(function, place)
    if type(function) is not Builtin:
        if type(function) is UnboundOperator and function in BY_NAME:
            return _ByName(function, place)
        basic = function.__objclass__ is object  # like `super().__init__()`
        return function if basic else _Native(function, place)
    if function in BY_NAME:
        return _ByName(function, place)
    return function if function in FRAMED else _Native(function, place)


def _looks_back(function: FunctionType) -> bool:
    """Whether a library's function asks who calls it."""
    asks = {"_getframe", "_getframemodulename"} & set(function.__code__.co_names)
    return bool(asks) or function.__module__ in LOOKING_BACK


def _python(function: Any) -> FunctionType | None:
    """What a call of *function* executes, if it is written in Python."""
    if type(function) is MethodType:
        function = function.__func__
    if type(function) is not FunctionType:
        function = static(type(function), "__call__")
    return function if type(function) is FunctionType else None


def _name(function: Any) -> str:
    """What people call a function that is not the submission's."""
    if type(function) is MethodType:
        function = function.__func__
    named = type(function) in (*BUILT_IN, FunctionType)
    return str(function.__name__) if named else title(type(function))


def is_outside(run: Run, function: Any) -> bool:
    """Whether *function* is the grader's."""
    if static(type(function), "_outside") is True:
        return True
    while issubclass(type(function), functools.partial):
        function = function.func
    python = _python(function)
    if python is None or python.__code__.co_filename in run.sources:
        return False
    return not is_ours(python.__code__.co_filename)


def announce(function: Callable[..., Any], arguments: tuple[Any, ...] = ()) -> None:
    """Let the call of a function that is not the submission's be a step."""
    run = busy()
    if run is None or not is_outside(run, function):
        return
    name = getattr(function, "__name__", title(type(function))).strip("<>")
    operation = Operation("call", Thing(name), (OUTSIDE,))
    if run.telling:
        operation.line, operation.text, _ = spot(run)
        operation.value = ", ".join(brief(run, argument) for argument in arguments)
    run.pause(operation)


class _Outside(Called):
    """A call of a function that was passed in."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        function, _ = parts(self)
        announce(function, args)
        return function(*args, **kwargs)


class _ByName(Called):
    """A call of `getattr` or its kin."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        function, place = parts(self)
        if len(args) > 1 and type(args[1]) is str:
            thing, name, *rest = args
            heard(name)
            args = BY_NAME[function](thing, name, place), name, *rest
        return function(*args, **kwargs)


class _Native(Called):
    """A call of code that is not rewritten, with containers that it may look into.

    It may also change what no hook sees: no loop with such a call is busy waiting.
    """

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        run, (function, place) = busy(), parts(self)
        if run is None:
            return function(*args, **kwargs)
        kind, name = type(function), _name(function)
        operation = None
        unbound = kind in BUILT_IN and kind not in BOUND
        changing = name not in LOOKING if unbound else name in CHANGING
        for argument in args:
            if is_container(argument):
                mode = "w" if changing and argument is args[0] else "r"
                operation = whole(run, argument, name, mode, place)
        if function is next and args and type(args[0]) is not Method:
            seen = known(run, args[0])
            touches = ((seen.uid, "w"),)
            operation = touch(run, "next", seen.thing, "", lambda: touches, place)
        if kind is not Builtin or function not in HARMLESS:
            run.current.progress += 1
        value = function(*args, **kwargs)
        if operation is not None:
            operation.value = "" if value is None else brief(run, value)
        return value


class _Maker(Called):
    """A call of a class; what it makes is known from then on."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        run, (kind, place) = busy(), parts(self)
        if run is not None:
            for argument in args:
                if is_container(argument):
                    whole(run, argument, title(kind), "r", place)
            if home(kind) != "builtins" and not _is_own(run, kind):
                run.current.progress += 1
        made = kind(*args, **kwargs)
        run = core.current
        if run is not None and (is_container(made) or _is_own(run, kind)):
            known(run, made)
        return made


def hashed(thing: object) -> int:
    """`hash`: where it would be an address, one that is the same in every replay."""
    own = type(thing).__hash__ is not object.__hash__
    return hash(thing) if own or core.current is None else identify(thing)


def identify(thing: object) -> int:
    """`id`: as unique as the real one, and the same whenever an order is replayed."""
    run = core.current
    if run is None:
        return id(thing)
    return (1 + known(run, thing).serial) << 4


# ── loops ────────────────────────────────────────────────────────────────────
def turn(place: int, caught: bool = False, weight: int = 1) -> None:
    """A loop goes round once more, or an exception was *caught*."""
    run = core.current
    if run is None:
        return
    if run.over:
        run.refuse()
    if caught:
        _tidy(sys.exc_info()[2])
        return
    run.turns += weight
    if run.turns > TURNS:
        _give_up(run)


def _tidy(trace: TracebackType | None) -> None:
    """Take our own frames out of a traceback that the submission may look at.

    One that this frame has caught before was tidied then: it is raised once more.
    """
    catcher = trace.tb_frame if trace is not None else None
    while trace is not None:
        following = trace.tb_next
        while following is not None and _is_hook(following.tb_frame):
            following = following.tb_next
        if following is not trace.tb_next:
            trace.tb_next = following
        trace = following
        if trace is not None and trace.tb_frame is catcher:
            break


def _is_hook(frame: FrameType) -> bool:
    file = frame.f_code.co_filename
    return file.startswith(PACKAGE) and is_ours(file)


def spin(place: int) -> bool:
    """A `while` loop goes round once more; when it gets nowhere it has to wait.

    A round that wrote nothing and in which nothing was different from the last one
    can't end by itself: the thread waits until somebody writes what the loop reads
    (an *await*, as Nidhugg and GenMC treat such loops).
    """
    turn(place, weight=TURNS // ROUNDS)
    run = busy()
    if run is None:
        return True
    me = run.current
    last = me.loops.get(place)
    now = len(me.reads)
    if last is None or last[0] != me.progress:
        me.loops[place] = (me.progress, now, None, 0)
        return True
    _, before, seen, same = last
    versions = {key: _by_others(run, me, key) for key in me.reads[before:]}
    frame = sys._getframe(1)
    changed = {key: version for key, version in versions.items() if version}
    sees = (changed, [id(value) for value in frame.f_locals.values()])
    same = same + 1 if seen in (sees, None) else 0
    me.loops[place] = (me.progress, now, sees, same)
    if same >= SAME:
        me.loops.pop(place)
        _await(run, versions)
    return True


def _by_others(run: Run, me: Fiber, key: Hashable) -> int:
    """How often others than *me* have written at *key*."""
    return run.versions[key] - me.wrote[key]


def _await(run: Run, versions: dict[Any, int]) -> None:
    """Wait until somebody writes one of the things in *versions*."""
    operation = Operation("spin", Thing("loop"))
    operation.ending, operation.idle = Ending.ENDLESS, True
    operation.line, operation.text, _ = spot(run)
    me = run.current
    operation.may_go = lambda: any(
        _by_others(run, me, key) != version for key, version in versions.items()
    )
    me.operation = operation
    run.spins += me.waiting
    run.pause(operation)


def _give_up(run: Run) -> None:
    """End a run in which a loop never ends."""
    operation = Operation("loop", Thing("loop"))
    operation.line, operation.text, _ = spot(run)
    run.current.operation = operation
    run.spins += run.current.waiting
    run.end(Ending.ENDLESS)
