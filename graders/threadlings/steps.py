"""How touching data becomes a step of a thread, and what exactly is touched."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from threadlings import core
from threadlings.core import Run
from threadlings.events import Thing, Touch
from threadlings.fiber import Operation
from threadlings.identity import ATOMS, known, spot
from threadlings.lookup import SEQUENCES


def busy() -> Run | None:
    """The run, once more than one thread has begun."""
    run = core.current
    if run is None or (len(run.fibers) < 2 and not run.over):
        return None
    return run


def touch(
    run: Run,
    kind: str,
    thing: Thing,
    part: str,
    touches: Callable[[], tuple[Touch, ...]],
    place: int,
) -> Operation | None:
    """Announce a step at *place*; gives the operation to a run that is told."""
    hot = run.sharing.is_hot(place)
    if not hot:
        cold = touches()
        hot = run.note(cold, place)
        if not hot and not run.telling:
            run.pass_by(cold)
            return None
    operation = Operation(kind, thing)
    if run.telling:
        operation.part = part
        operation.line, operation.text, _ = spot(run)
    if not hot:
        operation.touches = cold
        run.proceed(operation)
        return operation
    operation.prepare = touches
    run.pause(operation)
    run.note(operation.touches, place)
    return operation if run.telling else None


# ── what a container's parts are called ──────────────────────────────────────
def shape(uid: int, mode: str) -> Touch:
    """How many items there are, and which."""
    return (uid, "shape"), mode


def content(uid: int, mode: str) -> Touch:
    """All items together; writes to two of them are updates that commute."""
    return (uid, "content"), mode


def _length(thing: Any) -> int:
    """How many items a sequence has, whatever its class says."""
    for kind in SEQUENCES:
        if issubclass(type(thing), kind):
            return kind.__len__(thing)
    return 0


def _one(thing: Any, key: Any) -> Hashable:
    """A name for one item of *thing*, or None when it has to count as a whole."""
    if type(key) in ATOMS or (
        type(key) is tuple and all(type(part) in ATOMS for part in key)
    ):
        if issubclass(type(thing), dict):
            return (key,)
        if type(key) is int and issubclass(type(thing), SEQUENCES):
            return (key + _length(thing) if key < 0 else key,)
    return None


def look_at(thing: Any, key: Any, uid: int) -> tuple[Touch, ...]:
    """What reading one item touches."""
    item = _one(thing, key)
    if item is None:
        return shape(uid, "r"), content(uid, "r")
    return shape(uid, "r"), ((uid, item), "r")


def change(thing: Any, key: Any, uid: int) -> tuple[Touch, ...]:
    """What writing one item touches; a new one changes the shape."""
    item = _one(thing, key)
    mapping = issubclass(type(thing), dict)
    if item is None or (mapping and not dict.__contains__(thing, key)):
        return (shape(uid, "w"),)
    return shape(uid, "r"), ((uid, item), "w"), content(uid, "u")


def whole(run: Run, thing: Any, kind: str, mode: str, place: int) -> Operation | None:
    """Announce that *thing* is looked at or changed as a whole."""
    seen = known(run, thing)
    if mode == "w":
        touches: tuple[Touch, ...] = (shape(seen.uid, "w"),)
    else:
        touches = (shape(seen.uid, "r"), content(seen.uid, "r"))
    return touch(run, kind, seen.thing, "", lambda: touches, place)
