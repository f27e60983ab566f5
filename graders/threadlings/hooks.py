"""What the rewritten submission calls instead of touching its data directly.

Every hook does three things: it says what is about to be touched, it gives the
turn away if that can matter, and it does what the source said.
"""

from __future__ import annotations

import operator
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from types import BuiltinFunctionType, ModuleType
from typing import Any

from threadlings import core
from threadlings.core import Run
from threadlings.events import Thing, Touch
from threadlings.fiber import Operation
from threadlings.identity import ATOMS, brief, known, spot

CONTAINERS = (list, dict, set, deque, bytearray)
LOOKING = frozenset(
    "copy count index get keys values items difference intersection isdisjoint issubset "
    "issuperset symmetric_difference union __len__ __contains__ __iter__ __getitem__ "
    "decode hex startswith endswith find".split()
)

def busy() -> Run | None:
    """The run, when more than one thread of it is alive."""
    run = core.current
    if run is None or (len(run.alive) < 2 and not run.over):
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
    """Announce a step at *place*; gives the operation when it was worth a choice."""
    if not run.sharing.is_hot(place):
        found = touches()
        if not run.note(found, place):
            if not run.telling:
                run.pass_by(found)
                return None
            cold = operation_at(run, kind, thing, part)
            cold.touches = found
            run.proceed(cold)
            return cold
    operation = operation_at(run, kind, thing, part)
    operation.prepare = touches
    run.pause(operation)
    run.note(operation.touches, place)
    return operation


def operation_at(run: Run, kind: str, thing: Thing, part: str) -> Operation:
    """An operation at the line of the submission that is being executed."""
    where = spot(run)
    return Operation(kind, thing, part=part, line=where.line, text=where.text)


# ── attributes ───────────────────────────────────────────────────────────────
def _asked(thing: Any, name: str) -> tuple[Any, ...]:
    """The objects that are asked for `thing.name`, if it is plain data.

    *thing* itself, then its class and so on, until one has it.
    """
    kind: Any = type(thing)
    if isinstance(thing, type):
        return _asked_of_class(thing, name)
    if isinstance(thing, ModuleType) or getattr(kind, "_plain", False):
        return ()
    if kind.__getattribute__ is not object.__getattribute__:
        return ()
    owner = found = None
    for base in kind.__mro__:
        if name in base.__dict__:
            owner, found = base, base.__dict__[name]
            break
    if owner is not None and hasattr(type(found), "__set__"):
        slot = type(found).__name__ == "member_descriptor"
        return (thing,) if slot else ()
    own = getattr(thing, "__dict__", None)
    if own is not None and name in own:
        return (thing,)
    if owner is None:
        return () if own is None else (thing,)
    return () if hasattr(type(found), "__get__") else (thing, owner)


def _asked_of_class(thing: type, name: str) -> tuple[type, ...]:
    for place, base in enumerate(thing.__mro__):
        if name in base.__dict__:
            plain = not hasattr(base.__dict__[name], "__get__")
            return thing.__mro__[: place + 1] if plain else ()
    return (thing,)


def get(thing: Any, name: str, place: int) -> Any:
    """`thing.name`."""
    if isinstance(thing, CONTAINERS):
        return _method(thing, name, place)
    run = busy()
    asked = () if run is None else _asked(thing, name)
    if run is None or not asked:
        return getattr(thing, name)
    seen = known(run, thing)
    touches = tuple(((known(run, one).uid, name), "r") for one in asked)
    operation = touch(run, "read", seen.thing, name, lambda: touches, place)
    value = getattr(thing, name)
    if operation is not None:
        operation.value = brief(run, value)
    return value


def write(thing: Any, name: str, value: Any, place: int) -> None:
    """`thing.name = value`."""
    run = core.current
    if run is None or not _settable(thing, name):
        setattr(thing, name, value)
        return
    seen = known(run, thing)
    if isinstance(value, CONTAINERS) or getattr(type(value), "_standin", False):
        label = f"{seen.thing}.{name}"
        known(run, value).thing.name_it(label, run.names.setdefault(label, []))
    if busy() is not None:
        operation = touch(
            run, "write", seen.thing, name, lambda: (((seen.uid, name), "w"),), place
        )
        if operation is not None:
            operation.value = brief(run, value)
    setattr(thing, name, value)


def _settable(thing: Any, name: str) -> bool:
    """Whether setting *name* just puts data into *thing*."""
    kind: Any = type(thing)
    if isinstance(thing, type):
        return True
    if isinstance(thing, ModuleType) or getattr(kind, "_plain", False):
        return False
    if kind.__setattr__ is not object.__setattr__:
        return False
    for base in kind.__mro__:
        found = base.__dict__.get(name)
        if found is not None and hasattr(type(found), "__set__"):
            return type(found).__name__ == "member_descriptor"
    return True


class attribute:  # noqa: N801 - a hook like the others
    """`thing.name` as a target."""

    __slots__ = ("name", "place", "thing")

    def __init__(self, thing: Any, name: str, place: int) -> None:
        self.thing, self.name, self.place = thing, name, place

    def __getitem__(self, key: int) -> Any:
        return get(self.thing, self.name, self.place)

    def __setitem__(self, key: int, value: Any) -> None:
        write(self.thing, self.name, value, -self.place)

    def __delitem__(self, key: int) -> None:
        run = busy()
        if run is not None and _settable(self.thing, self.name):
            seen, name = known(run, self.thing), self.name
            touches: tuple[Touch, ...] = (((seen.uid, name), "w"),)
            touch(run, "delete", seen.thing, name, lambda: touches, self.place)
        delattr(self.thing, self.name)


# ── containers ───────────────────────────────────────────────────────────────
def shape(uid: int, mode: str) -> Touch:
    """How many items there are, and which."""
    return (uid, "shape"), mode


def content(uid: int, mode: str) -> Touch:
    """All items together; writes to two of them are updates that commute."""
    return (uid, "content"), mode


def one(thing: Any, key: Any) -> Hashable:
    """A name for one item of *thing*, or None when it has to count as a whole."""
    if type(key) in ATOMS or (
        type(key) is tuple and all(type(part) in ATOMS for part in key)
    ):
        if isinstance(thing, dict):
            return (key,)
        if type(key) is int and isinstance(thing, (list, deque, bytearray)):
            return (key + len(thing) if key < 0 else key,)
    return None


def look_at(thing: Any, key: Any, uid: int) -> tuple[Touch, ...]:
    """What reading one item touches."""
    item = one(thing, key)
    if item is None:
        return shape(uid, "r"), content(uid, "r")
    return shape(uid, "r"), ((uid, item), "r")


def change(thing: Any, key: Any, uid: int) -> tuple[Touch, ...]:
    """What writing one item touches; a new one changes the shape."""
    item = one(thing, key)
    inside = key in thing if isinstance(thing, dict) and item else True
    if item is None or not inside:
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


def item(thing: Any, key: Any, place: int) -> Any:
    """`thing[key]`."""
    run = busy()
    if run is None or not isinstance(thing, CONTAINERS):
        return thing[key]
    seen = known(run, thing)
    part = f"[{brief(run, key)}]"
    operation = touch(
        run, "read", seen.thing, part, lambda: look_at(thing, key, seen.uid), place
    )
    value = thing[key]  # type: ignore[index]  # a set says so itself
    if operation is not None:
        operation.value = brief(run, value)
    return value


class items:  # noqa: N801 - a hook like the others
    """`thing[…]` as a target."""

    __slots__ = ("place", "thing")

    def __init__(self, thing: Any, place: int) -> None:
        self.thing, self.place = thing, place

    def __getitem__(self, key: Any) -> Any:
        return item(self.thing, key, self.place)

    def _announce(self, kind: str, key: Any, value: Any, deleted: bool) -> None:
        thing, run = self.thing, busy()
        if run is None or not isinstance(thing, CONTAINERS):
            return
        seen = known(run, thing)
        operation = touch(
            run,
            kind,
            seen.thing,
            f"[{brief(run, key)}]",
            lambda: (
                (shape(seen.uid, "w"),) if deleted else change(thing, key, seen.uid)
            ),
            -self.place,
        )
        if operation is not None and not deleted:
            operation.value = brief(run, value)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._announce("write", key, value, False)
        self.thing[key] = value

    def __delitem__(self, key: Any) -> None:
        self._announce("delete", key, None, True)
        del self.thing[key]


def contains(left: Any, right: Any, place: int) -> bool:
    """`left in right`."""
    run = busy()
    if run is not None and isinstance(right, CONTAINERS):
        seen = known(run, right)

        def touches() -> tuple[Touch, ...]:
            if isinstance(right, dict):
                return look_at(right, left, seen.uid)
            return shape(seen.uid, "r"), content(seen.uid, "r")

        operation = touch(run, "look in", seen.thing, "", touches, place)
        if operation is not None:
            operation.value = str(left in right)
    return left in right


class Method:
    """A bound method of a container, announced when it is called."""

    __slots__ = ("_method", "name", "place", "thing")

    def __init__(self, thing: Any, name: str, place: int) -> None:
        self.thing, self.name, self.place = thing, name, place
        self._method = getattr(thing, name)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        run = busy()
        if run is None:
            return self._method(*args, **kwargs)
        thing, mode = self.thing, "r" if self.name in LOOKING else "w"
        seen = known(run, thing)
        if self.name == "get" and args:
            operation = touch(
                run,
                "get",
                seen.thing,
                f"[{brief(run, args[0])}]",
                lambda: look_at(thing, args[0], seen.uid),
                self.place,
            )
        else:
            operation = whole(run, thing, self.name, mode, self.place)
        value = self._method(*args, **kwargs)
        if operation is not None:
            told = args[0] if args and mode == "w" else value
            operation.value = "" if told is None else brief(run, told)
        return value

    def __getattr__(self, name: str) -> Any:
        return getattr(self._method, name)

    def __eq__(self, other: object) -> bool:
        other = other._method if isinstance(other, Method) else other
        return bool(self._method == other)

    def __hash__(self) -> int:
        return hash((id(self.thing), self.name))


def _method(thing: Any, name: str, place: int) -> Any:
    """An attribute of a container; its own methods are announced when called."""
    found = getattr(thing, name)
    own = isinstance(found, BuiltinFunctionType) and found.__self__ is thing
    return Method(thing, name, place) if own and core.current is not None else found


class iterate:  # noqa: N801 - a hook like the others
    """The items of a container, one look at a time."""

    __slots__ = ("_inner", "place", "thing")

    def __new__(cls, thing: Any, place: int) -> Any:
        """Leave alone what is no container."""
        run = busy()
        return super().__new__(cls) if run and isinstance(thing, CONTAINERS) else thing

    def __init__(self, thing: Any, place: int) -> None:
        self.thing, self.place = thing, place
        self._inner = iter(thing)

    def __iter__(self) -> Iterator[Any]:
        return self

    def __next__(self) -> Any:
        run = busy()
        if run is not None:
            whole(run, self.thing, "iterate", "r", self.place)
        return next(self._inner)


def peek(thing: Any, place: int) -> Any:
    """*thing*, of which the content is about to be looked at."""
    run = busy()
    if run is not None and isinstance(thing, CONTAINERS):
        whole(run, thing, "look at", "r", place)
    return thing


truth = peek  # `if items:` looks at how many there are


def new(thing: Any, place: int) -> Any:
    """A container that was just made."""
    run = core.current
    if run is not None:
        known(run, thing)
    return thing


def named(thing: Any, name: str, place: int) -> Any:
    """What is about to be bound to a variable called *name*."""
    run = core.current
    if run is not None:
        mine = getattr(type(thing), "_standin", False)
        if mine or isinstance(thing, CONTAINERS):
            known(run, thing).thing.name_it(name, run.names.setdefault(name, []))
    return thing


# ── names ────────────────────────────────────────────────────────────────────
def before(name: str, place: int) -> Operation | None:
    """Announce that the shared variable *name* is about to be read."""
    run = busy()
    if run is None:
        return None
    return touch(run, "read", Thing(name), "", lambda: ((("name", name), "r"),), place)


def after(operation: Operation | None, value: Any, place: int) -> Any:
    """The *value* that was read."""
    if operation is not None and core.current is not None:
        operation.value = brief(core.current, value)
    return value


def writing(name: str, value: Any, place: int) -> Any:
    """Announce that *value* is about to be bound to the shared variable *name*."""
    run = busy()
    if run is not None:
        operation = touch(
            run, "write", Thing(name), "", lambda: ((("name", name), "w"),), place
        )
        if operation is not None:
            operation.value = brief(run, value)
    return value


def inplace(name: str, old: Any, value: Any, place: int) -> Any:
    """`old += value` and its kin, for a variable."""
    run = busy()
    if run is not None and isinstance(old, CONTAINERS):
        whole(run, old, name[1:], "w", place)
    return getattr(operator, name)(old, value)
