"""What an object is and who keeps its attributes, without running its code.

A class may answer for its attributes with code of its own: a property or another
descriptor, `__getattr__`, `__setattr__`, a metaclass.  A hook that asked with
`getattr` or `isinstance` would run that code once more than the source says.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict, deque
from collections.abc import Mapping
from types import GetSetDescriptorType, MemberDescriptorType, WrapperDescriptorType
from typing import Any

CONTAINERS = (list, dict, set, deque, bytearray)
ABSENT: Any = object()
GENERIC = frozenset(
    (
        *(object, BaseException, int, float, complex, str, bytes, tuple, frozenset),
        *(OrderedDict, defaultdict, *CONTAINERS),
    )
)
"""Built-in classes whose objects look an attribute up as any object does."""

_order = type.__dict__["__mro__"].__get__
_names = type.__dict__["__dict__"].__get__
_name = type.__dict__["__name__"].__get__
_module = type.__dict__["__module__"].__get__


def is_class(thing: Any) -> bool:
    """Whether *thing* is a class."""
    return issubclass(type(thing), type)


def is_container(thing: Any) -> bool:
    """Whether *thing* is a built-in container that can change, or extends one."""
    return issubclass(type(thing), CONTAINERS)


def is_standin(thing: Any) -> bool:
    """Whether *thing* is one of our own locks, queues and the like."""
    return static(type(thing), "_standin") is True


def is_iterator(thing: Any) -> bool:
    """Whether looking at the items of *thing* uses them up."""
    return static(type(thing), "__next__") is not ABSENT


def home(kind: type) -> str:
    """The name of the module that *kind* says it is from."""
    name = _module(kind)
    return name if type(name) is str else ""


def title(kind: type) -> str:
    """The name of a class."""
    return str(_name(kind))


def static(kind: type, name: str) -> Any:
    """What *kind* or a class that it extends has under *name*, or ABSENT."""
    return _find(kind, name)[1]


def _find(kind: type, name: str) -> tuple[Any, Any]:
    """The class that has *name*, and what it has there."""
    for base in _order(kind) or ():  # none as yet while a class is being made
        names = _names(base)
        if name in names:
            return base, names[name]
    return None, ABSENT


def _is_generic(kind: type, method: str, of_class: bool) -> bool:
    """Whether *kind* leaves *method*, `__getattribute__` or `__setattr__`, alone."""
    found = static(kind, method)
    if type(found) is not WrapperDescriptorType:
        return False
    owner = found.__objclass__
    return owner is type if of_class else owner in GENERIC


def _is_descriptor(found: Any, *methods: str) -> bool:
    return any(static(type(found), method) is not ABSENT for method in methods)


def own_names(thing: Any) -> Mapping[str, Any]:
    """The attributes that *thing* keeps itself, but for those in slots."""
    found = static(type(thing), "__dict__")
    if type(found) is not GetSetDescriptorType:
        return {}
    names: Mapping[str, Any] = found.__get__(thing)
    return names


def asked(thing: Any, name: str) -> tuple[Any, ...]:
    """Who is asked for `thing.name`, if it is plain data: *thing*, then its classes.

    Nobody where code of the submission answers.
    """
    kind, of_class = type(thing), is_class(thing)
    if not _is_generic(kind, "__getattribute__", of_class):
        return ()
    owner, found = _find(kind, name)
    if found is not ABSENT and _is_descriptor(found, "__set__", "__delete__"):
        return (thing,) if type(found) is MemberDescriptorType else ()
    if of_class:
        return _asked_of_class(thing, name, found)
    if static(kind, "__dict__") is ABSENT:
        return ()
    if owner is None or name in own_names(thing):
        return (thing,)
    return () if _is_descriptor(found, "__get__") else (thing, owner)


def _asked_of_class(kind: type, name: str, otherwise: Any) -> tuple[Any, ...]:
    """The same for a class; *otherwise* is what its own class has."""
    owner, found = _find(kind, name)
    if found is ABSENT:
        return (kind,) if otherwise is ABSENT else ()
    if _is_descriptor(found, "__get__"):
        return ()
    place = next(n for n, base in enumerate(_order(kind)) if base is owner)
    return tuple(_order(kind)[: place + 1])


def keeps(thing: Any, name: str) -> bool:
    """Whether `thing.name = value` just puts data into *thing*."""
    kind, of_class = type(thing), is_class(thing)
    if not _is_generic(kind, "__setattr__", of_class):
        return False
    found = static(kind, name)
    if found is not ABSENT and _is_descriptor(found, "__set__", "__delete__"):
        return type(found) is MemberDescriptorType
    return of_class or static(kind, "__dict__") is not ABSENT
