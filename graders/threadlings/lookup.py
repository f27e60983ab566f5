"""What an object is and who keeps its attributes, without running its code.

A class may answer for its attributes with code of its own: a property or another
descriptor, `__getattr__`, `__setattr__`, a metaclass.  A hook that asked with
`getattr` or `isinstance` would run that code once more than the source says.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict, defaultdict, deque
from collections.abc import Mapping
from types import FunctionType, GetSetDescriptorType, MemberDescriptorType
from typing import Any, TypeGuard

SEQUENCES = (list, deque, bytearray, array, memoryview)
CONTAINERS = (*SEQUENCES, dict, set)
ABSENT: Any = object()
GENERIC = (
    *(object, BaseException, int, float, complex, str, bytes, tuple, frozenset),
    *(OrderedDict, defaultdict, *CONTAINERS),
)
"""Built-in classes whose objects look an attribute up as any object does."""
PLAIN = frozenset((int, str, float, bool, bytes, tuple, type(None), *CONTAINERS))
"""Classes of which no object answers for itself."""
READS = frozenset(kind.__getattribute__ for kind in GENERIC)
WRITES = frozenset(kind.__setattr__ for kind in GENERIC)

_special = type.__getattribute__
_order = type.__dict__["__mro__"].__get__
_names = type.__dict__["__dict__"].__get__
_name = type.__dict__["__name__"].__get__
_own_names = BaseException.__dict__["__dict__"].__get__
_module = type.__dict__["__module__"].__get__


def is_class(thing: Any) -> TypeGuard[type]:
    """Whether *thing* is a class."""
    return issubclass(type(thing), type)


def is_container(thing: Any) -> bool:
    """Whether *thing* is a built-in container that can change, or extends one."""
    return issubclass(type(thing), CONTAINERS)


def is_standin(thing: Any) -> bool:
    """Whether *thing* is one of our own locks, queues and the like."""
    return static(type(thing), "_standin") is True


def marked(error: BaseException, name: str) -> bool:
    """Whether *name* has been put onto *error*, whatever its class says."""
    return name in _own_names(error)


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


def _is_descriptor(found: Any, *methods: str) -> bool:
    """Whether *found* in a class answers for itself with one of *methods*."""
    if type(found) is FunctionType:  # by far the most
        return "__get__" in methods
    if type(found) in PLAIN:
        return False
    return any(static(type(found), method) is not ABSENT for method in methods)


def own_names(thing: Any) -> Mapping[str, Any] | None:
    """The attributes that *thing* keeps itself, but for those in slots."""
    found = static(type(thing), "__dict__")
    if type(found) is not GetSetDescriptorType:
        return None
    names: Mapping[str, Any] = found.__get__(thing)
    return names


def asked(thing: Any, name: str) -> tuple[Any, ...]:
    """Who is asked for `thing.name`, if it is plain data: *thing*, then its classes.

    Nobody where code of the submission answers.
    """
    kind = type(thing)
    if is_class(thing):
        return _asked_of_class(thing, name)
    if _special(kind, "__getattribute__") not in READS:
        return ()
    owner, found = _find(kind, name)
    if owner is not None and _is_descriptor(found, "__set__", "__delete__"):
        return (thing,) if type(found) is MemberDescriptorType else ()
    names = own_names(thing)
    if names is None:
        return ()
    if owner is None or name in names:
        return (thing,)
    return () if _is_descriptor(found, "__get__") else (thing, owner)


def _asked_of_class(kind: type, name: str) -> tuple[Any, ...]:
    """The same for a class."""
    if _special(type(kind), "__getattribute__") is not type.__getattribute__:
        return ()
    owner, found = _find(kind, name)
    of_meta = static(type(kind), name)
    if owner is None:
        return (kind,) if of_meta is ABSENT else ()
    if of_meta is not ABSENT and _is_descriptor(of_meta, "__set__", "__delete__"):
        return ()
    if _is_descriptor(found, "__get__"):
        return ()
    place = next(n for n, base in enumerate(_order(kind)) if base is owner)
    return tuple(_order(kind)[: place + 1])


def keeps(thing: Any, name: str) -> bool:
    """Whether `thing.name = value` just puts data into *thing*."""
    kind = type(thing)
    if is_class(thing):
        generic = _special(kind, "__setattr__") is type.__setattr__
    else:
        generic = _special(kind, "__setattr__") in WRITES
    if not generic:
        return False
    found = static(kind, name)
    if found is not ABSENT and _is_descriptor(found, "__set__", "__delete__"):
        return type(found) is MemberDescriptorType
    return is_class(thing) or static(kind, "__dict__") is not ABSENT
