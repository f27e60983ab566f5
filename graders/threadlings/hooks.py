"""What the rewritten submission calls just before it touches its data.

A hook says what is about to be touched, gives the turn away if that can matter, and
hands the object back: the language itself then does what the source says.  Only
where a hook can't know yet what will be touched (the index comes later, the value
comes later) it hands back something that stands for the object at this one place.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator
from types import MethodDescriptorType, WrapperDescriptorType
from typing import Any

from threadlings import core
from threadlings.core import Run
from threadlings.events import Thing, Touch
from threadlings.fiber import Operation
from threadlings.identity import ATOMS, brief, known, running
from threadlings.lookup import (
    CONTAINERS,
    asked,
    is_class,
    is_container,
    is_iterator,
    is_standin,
    keeps,
    own_names,
    static,
)
from threadlings.steps import busy, change, content, look_at, shape, touch, whole

LOOKING = frozenset(
    (
        *("copy", "count", "index", "get", "keys", "values", "items", "difference"),
        *("intersection", "isdisjoint", "issubset", "issuperset", "union"),
        *("symmetric_difference", "decode", "hex", "startswith", "endswith", "find"),
        *("__len__", "__contains__", "__iter__", "__reversed__", "__getitem__"),
        *("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__repr__"),
        *("__add__", "__mul__", "__rmul__", "__or__", "__and__", "__sub__", "__xor__"),
        *("__getattribute__", "__reduce__", "__reduce_ex__", "__copy__", "__sizeof__"),
    )
)


# ── attributes ───────────────────────────────────────────────────────────────
def get(thing: Any, name: str, place: int) -> Any:
    """*thing*, whose attribute *name* is about to be read."""
    run = core.current
    if run is None:
        return thing
    if is_container(thing) and _is_method(thing, name):
        return Attributes((thing, place))
    owners = () if busy() is None else asked(thing, name)
    if not owners:
        return thing
    seen = [known(run, one) for one in owners]
    touches = tuple([((one.uid, name), "r") for one in seen])
    operation = touch(run, "read", seen[0].thing, name, lambda: touches, place)
    if operation is not None:
        operation.value = _told(run, thing, name)
    return thing


def _told(run: Run, thing: Any, name: str) -> str:
    """The value of an attribute that is plain data, in a few characters."""
    look = type.__getattribute__ if is_class(thing) else object.__getattribute__
    try:
        return brief(run, look(thing, name))
    except AttributeError:  # an empty slot: the source's own read will say so
        return ""


def attribute(thing: Any, name: str, place: int) -> Any:
    """*thing*, or what announces that its attribute *name* is bound or deleted."""
    run = core.current
    if run is None:
        return thing
    if keeps(thing, name):
        return Attributes((thing, place))
    run.current.progress += 1
    return thing


def overwrite(thing: Any, name: str, place: int) -> Any:
    """*thing*, whose attribute *name* is bound or deleted by the object's own rules."""
    run = busy()
    if run is not None:
        seen = known(run, thing)
        touches: tuple[Touch, ...] = (((seen.uid, name), "w"),)
        touch(run, "write", seen.thing, name, lambda: touches, place)
    return thing


class Attributes(tuple[Any, int]):
    """The attributes of a thing, announced for a place.

    A tuple of these two: so it needs no attributes of its own, but all of the thing's.
    """

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        thing, place = self
        found = getattr(thing, name)
        called = is_container(thing) and _is_method(thing, name)
        return Method(found, place) if called else found

    def __setattr__(self, name: str, value: Any) -> None:
        thing, place = self
        _write(thing, name, value, place)
        setattr(thing, name, value)

    def __delattr__(self, name: str) -> None:
        thing, place = self
        run = busy()
        if run is not None:
            seen = known(run, thing)
            touches: tuple[Touch, ...] = (((seen.uid, name), "w"),)
            touch(run, "delete", seen.thing, name, lambda: touches, place)
        delattr(thing, name)


def _write(thing: Any, name: str, value: Any, place: int) -> None:
    """Announce `thing.name = value`, and learn the name of *value*."""
    run = core.current
    if run is None:
        return
    seen = known(run, thing)
    if type(value) not in ATOMS and (is_container(value) or is_standin(value)):
        label = f"{seen.thing}.{name}"
        known(run, value).thing.name_it(label, run.names.setdefault(label, []))
    if busy() is None:
        return
    operation = touch(
        run, "write", seen.thing, name, lambda: (((seen.uid, name), "w"),), place
    )
    if operation is not None:
        operation.value = brief(run, value)


# ── items ────────────────────────────────────────────────────────────────────
def items(thing: Any, place: int, bound: bool = False) -> Any:
    """*thing*, or what announces how its items are used, perhaps *bound*."""
    run = core.current
    if run is None:
        return thing
    if is_container(thing):
        return Items(thing, place)
    if bound or is_iterator(thing):
        run.current.progress += 1  # `array[0] = 1` changes what no hook sees
    return thing


class Items:
    """The items of a container, announced for a place."""

    __slots__ = ("place", "thing")

    def __init__(self, thing: Any, place: int) -> None:
        self.thing, self.place = thing, place

    def __getitem__(self, key: Any) -> Any:
        return item(self.thing, key, self.place)

    def __contains__(self, key: Any) -> bool:
        return contains(key, self.thing, self.place)

    def __setitem__(self, key: Any, value: Any) -> None:
        run, thing = busy(), self.thing
        if run is not None:
            uid = known(run, thing).uid
            operation = self._announce(
                run, "write", key, lambda: change(thing, key, uid)
            )
            if operation is not None:
                operation.value = brief(run, value)
        thing[key] = value

    def __delitem__(self, key: Any) -> None:
        run = busy()
        if run is not None:
            uid = known(run, self.thing).uid
            self._announce(run, "delete", key, lambda: (shape(uid, "w"),))
        del self.thing[key]

    def _announce(
        self, run: Run, kind: str, key: Any, touches: Callable[[], tuple[Touch, ...]]
    ) -> Operation | None:
        part = f"[{brief(run, key)}]"
        thing = known(run, self.thing).thing
        return touch(run, kind, thing, part, touches, -self.place)


def item(thing: Any, key: Any, place: int) -> Any:
    """`thing[key]` for a container."""
    run = busy()
    if run is None:
        return thing[key]
    seen = known(run, thing)
    part = f"[{brief(run, key)}]"
    operation = touch(
        run, "read", seen.thing, part, lambda: look_at(thing, key, seen.uid), place
    )
    value = thing[key]
    if operation is not None:
        operation.value = brief(run, value)
    return value


def contains(left: Any, right: Any, place: int) -> bool:
    """`left in right` for a container."""
    run = busy()
    if run is None:
        return left in right
    seen = known(run, right)

    def touches() -> tuple[Touch, ...]:
        if issubclass(type(right), dict):
            return look_at(right, left, seen.uid)
        return shape(seen.uid, "r"), content(seen.uid, "r")

    operation = touch(run, "look in", seen.thing, "", touches, place)
    found = left in right
    if operation is not None:
        operation.value = str(found)
    return found


# ── containers as a whole ────────────────────────────────────────────────────
def _is_method(thing: Any, name: str) -> bool:
    """Whether *name* is one of the built-in methods of the container *thing*."""
    found = static(type(thing), name)
    if type(found) not in (MethodDescriptorType, WrapperDescriptorType):
        return False
    own = own_names(thing) or ()
    return issubclass(found.__objclass__, CONTAINERS) and name not in own


class Called:
    """Stands for a function at the place that calls it, and answers as it does."""

    __slots__ = ("_function", "_place")

    def __init__(self, function: Any, place: int) -> None:
        self._function, self._place = function, place

    def __getattribute__(self, name: str) -> Any:
        return getattr(_function(self), name)

    def __repr__(self) -> str:
        return repr(_function(self))


def parts(call: Called) -> tuple[Any, int]:
    """The function that *call* stands for, and the place."""
    return _function(call), _place(call)


_function = Called.__dict__["_function"].__get__
_place = Called.__dict__["_place"].__get__


class Method(Called):
    """A bound method of a container, announced when it is called."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        """Announce the call, then make it."""
        run, (method, place) = busy(), parts(self)
        if run is None:
            return method(*args, **kwargs)
        thing, name = method.__self__, method.__name__
        mode = "r" if name in LOOKING else "w"
        seen = known(run, thing)
        if name == "get" and args:
            operation = touch(
                run,
                "get",
                seen.thing,
                f"[{brief(run, args[0])}]",
                lambda: look_at(thing, args[0], seen.uid),
                place,
            )
        else:
            operation = whole(run, thing, name, mode, place)
        value = method(*args, **kwargs)
        if operation is not None:
            told = args[0] if args and mode == "w" else value
            operation.value = "" if told is None else brief(run, told)
        return value

    def __eq__(self, other: object) -> Any:
        return _function(self) == (_function(other) if type(other) is Method else other)

    def __hash__(self) -> int:
        return hash(_function(self))


def iterate(thing: Any, place: int) -> Any:
    """*thing*, or what announces each look at its items in a loop."""
    run = core.current
    if run is None:
        return thing
    if is_container(thing):
        return Looks(thing, place)
    if is_iterator(thing):
        run.current.progress += 1
    return thing


class Looks(Iterator[Any]):
    """The items of a container, one look at a time."""

    __slots__ = ("inner", "place", "thing")

    def __init__(self, thing: Any, place: int) -> None:
        self.thing, self.place = thing, place
        self.inner = iter(thing)

    def __next__(self) -> Any:
        """Announce one look."""
        run = busy()
        if run is not None:
            whole(run, self.thing, "iterate", "r", self.place)
        return next(self.inner)


def peek(thing: Any, place: int) -> Any:
    """*thing*, of which the content is about to be looked at."""
    run = busy()
    if run is not None and is_container(thing):
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
    if run is not None and (is_container(thing) or is_standin(thing)):
        known(run, thing).thing.name_it(name, run.names.setdefault(name, []))
    return thing


# ── names ────────────────────────────────────────────────────────────────────
def before(name: str, place: int) -> Operation | None:
    """Announce that the shared variable *name* is about to be read."""
    run = busy()
    if run is None:
        return None
    return touch(run, "read", Thing(name), "", lambda: ((_key(name), "r"),), place)


def _key(name: str) -> tuple[Any, ...]:
    """A shared variable; each process has its own."""
    home = running().current.home
    return ("name", name, home) if home else ("name", name)


def after(operation: Operation | None, value: Any, place: int) -> Any:
    """The *value* that was read."""
    if operation is not None and core.current is not None:
        operation.value = brief(core.current, value)
    return value


def writing(name: str, value: Any, place: int) -> Any:
    """*value*, about to be bound to the shared variable *name*."""
    run = busy()
    if run is not None:
        operation = touch(
            run, "write", Thing(name), "", lambda: ((_key(name), "w"),), place
        )
        if operation is not None:
            operation.value = brief(run, value)
    return value


def inplace(name: str, old: Any, value: Any, place: int) -> Callable[[], Any]:
    """What does `old += value` or its kin, for a variable."""
    run = busy()
    if run is not None and is_container(old):
        whole(run, old, name[1:], "w", place)
    elif run is not None and type(old) not in ATOMS:
        run.current.progress += 1
    return functools.partial(getattr(operator, name), old, value)
