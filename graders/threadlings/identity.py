"""Which object is which, in words that are the same in every order.

`id()` differs from run to run and is used again after an object dies.  Here an
object is the thread that made it and how many that thread had made before, and for
people its kind and a number: `account#1`.
"""

from __future__ import annotations

import functools
import os
import re
import reprlib
import sys
from types import BuiltinFunctionType, FrameType, FunctionType, MethodType
from typing import Any, NamedTuple

from threadlings import core
from threadlings.core import Run
from threadlings.events import Thing, Touch
from threadlings.lookup import is_class, is_standin, title

PACKAGE = __file__.rpartition("identity.py")[0]
DATA = PACKAGE + "data"  # the graders of an installed kit
LIBRARY = (os.path.dirname(os.__file__) + os.sep, "<frozen", "<string")
OUTSIDE: Touch = ("outside", "w")
"""What the grader's own code may look at: its order against itself always counts."""
ATOMS = (int, str, float, bool, bytes, type(None))

ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")
SHORT = 24
_short = reprlib.Repr()
_short.maxstring = _short.maxother = SHORT


class Known(NamedTuple):
    """An object that the run keeps alive, so that its address stays its own."""

    object: object
    thing: Thing
    uid: int
    serial: int  # by creation


def running() -> Run:
    """The run that is going on.  Raises RuntimeError where there is none."""
    run = core.current
    if run is None:
        raise RuntimeError("threadlings: this can only be used inside of a run")
    return run


def fresh(run: Run, kind: str) -> tuple[Thing, int]:
    """A new thing of *kind*, numbered by creation, and a key for it."""
    number = run.numbers[kind] = run.numbers.get(kind, 0) + 1
    maker = run.current
    maker.created += 1
    return Thing(kind, number), hash((maker.key, maker.created))


def known(run: Run, thing: object) -> Known:
    """What is known of any object; a stand-in brings its own thing along."""
    objects: dict[int, Known] = run.objects
    found = objects.get(id(thing))
    if found is None:
        if is_standin(thing):
            found = Known(thing, thing._thing, thing._uid, len(objects))  # type: ignore[attr-defined]
        else:
            kind = title(thing if is_class(thing) else type(thing))
            found = Known(thing, *fresh(run, kind), len(objects))
        objects[id(thing)] = found
    return found


def brief(run: Run, value: Any) -> str:
    """*value* in a few characters, without calling code of the submission.

    Nothing in a run that is not told.
    """
    if not run.telling:
        return ""
    kind = type(value)
    if kind is int or (kind is str and len(value) < SHORT):
        return repr(value)
    if kind in ATOMS:
        return _short.repr(value)
    if type(value) is tuple and all(type(v) in ATOMS for v in value):
        return _short.repr(value)
    if issubclass(type(value), BaseException):
        return title(type(value))
    if is_class(value):
        return title(value)
    if callable(value):
        named = type(value) in (FunctionType, MethodType, BuiltinFunctionType)
        return str(value.__name__) if named else title(type(value))
    return str(known(run, value).thing)


def steady(text: str) -> str:
    """*text* without addresses, which are others in every process.

    Where there are several of them, they get numbers instead.
    """
    every = dict.fromkeys(ADDRESS.findall(text))
    several = len(every) > 1
    marks = {one: f" #{n}" if several else "" for n, one in enumerate(every, 1)}
    return ADDRESS.sub(lambda found: marks[found[0]], text)


@functools.cache
def is_ours(file: str) -> bool:
    """Whether *file* is the engine's or the standard library's own code."""
    return file.startswith((PACKAGE, *LIBRARY)) and not file.startswith(DATA)


def spot(run: Run) -> tuple[int, str, bool]:
    """The nearest line of the submission that is being executed, and its text.

    Says also whether the grader is asking, and not the submission.
    """
    frame: FrameType | None = sys._getframe(2)
    sources = run.sources
    inner = False
    while frame is not None:
        name = frame.f_code.co_filename
        lines = sources.get(name)
        if lines is not None:
            line = frame.f_lineno
            return line, lines[line - 1] if 0 < line <= len(lines) else "", inner
        inner = inner or not is_ours(name)
        frame = frame.f_back
    return 0, "", inner
