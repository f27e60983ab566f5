"""What goes from one process to another: pickled there, made anew here.

A process is a virtual one, so what the operating system would hand over (a lock, the
end of a pipe) is handed over by reference.  All else is really pickled: what can't be,
fails as it does in life, and what arrives is a copy.
"""

from __future__ import annotations

import io
import pickle
import sys
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

from threadlings.identity import running

LOCAL = "<locals>"


class Message(NamedTuple):
    """Something in transit."""

    data: bytes
    references: list[Any]

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.data)


class _Pickler(pickle.Pickler):
    """Pickles what is sent; *spawning* says that it is for a process that begins."""

    def __init__(self, file: io.BytesIO, spawning: bool) -> None:
        super().__init__(file)
        self.references: list[Any] = []
        self._spawning = spawning

    def persistent_id(self, thing: Any) -> int | None:
        """A number for what is handed over by reference."""
        handed = self._handed(thing)
        if handed is None:
            return None
        self.references.append(handed)
        return len(self.references) - 1

    def _handed(self, thing: Any) -> Any:
        """What is handed over for *thing*, if it is not pickled."""
        share = getattr(type(thing), "_share", None)
        if share is not None:
            return share(thing, self._spawning)
        if isinstance(thing, type) and (is_standin_class(thing)):
            return thing
        return thing if getattr(type(thing), "_outside", False) else None

    def reducer_override(self, thing: Any) -> Any:
        """A function or class of the submission or grader is looked up by its name."""
        if not isinstance(thing, (FunctionType, type)):
            return NotImplemented
        module = _module(thing.__module__)
        if module is None:
            return NotImplemented
        name = thing.__qualname__
        if LOCAL in name:
            raise AttributeError(_cant(name))
        if _found(module, name) is not thing:
            raise pickle.PicklingError(_why(thing, module, name))
        return look_up, (thing.__module__, name)


def is_standin_class(kind: type) -> bool:
    """Whether *kind* is one of ours, which a real import would not find."""
    return (
        getattr(sys.modules.get(kind.__module__), kind.__qualname__, kind) is not kind
    )


def _module(name: str) -> Any:
    """The module called *name* in the process that has the turn, if it is not real.

    A grader stands outside of the processes: there is one for all of them.
    """
    state = running().state
    outside = state.get("outside")
    if outside is not None and outside.__name__ == name:
        return outside
    return state["module"](name)


def _cant(name: str) -> str:
    new = sys.version_info >= (3, 12)
    return f"Can't {'get' if new else 'pickle'} local object {name!r}"


def _why(thing: Any, module: ModuleType, name: str) -> str:
    where = module.__name__
    if _found(module, name) is None:
        return f"Can't pickle {thing!r}: attribute lookup {name} on {where} failed"
    return f"Can't pickle {thing!r}: it's not the same object as {where}.{name}"


def _found(module: ModuleType, name: str) -> Any:
    found: Any = module
    for part in name.split("."):
        found = vars(found).get(part) if hasattr(found, "__dict__") else None
        if isinstance(found, (staticmethod, classmethod)):
            found = found.__func__
    return found


def look_up(module: str, name: str) -> Any:
    """The same function or class in the process that has the turn."""
    found: Any = _module(module)
    for part in name.split("."):
        found = getattr(found, part)
    return found


class _Unpickler(pickle.Unpickler):
    """Makes anew what was sent."""

    def __init__(self, message: Message) -> None:
        super().__init__(io.BytesIO(message.data))
        self._references = message.references

    def persistent_load(self, number: int) -> Any:
        """What was handed over by reference."""
        handed = self._references[number]
        take = getattr(handed, "_take_over", None)
        return handed if take is None else take()


def dumps(thing: Any, *, spawning: bool = False) -> Message:
    """Pickle *thing*.  Raises what `pickle` raises when that is impossible."""
    file = io.BytesIO()
    pickler = _Pickler(file, spawning)
    pickler.dump(thing)
    return Message(file.getvalue(), pickler.references)


def loads(message: Message) -> Any:
    """What was pickled, made anew in the process that has the turn."""
    return _Unpickler(message).load()


def pickled(thing: Any, protocol: int | None = None, **rest: Any) -> bytes:
    """`pickle.dumps`."""
    message = dumps(thing)
    if message.references:
        kind = type(message.references[0]).__name__
        raise TypeError(f"cannot pickle {kind!r} object")
    return message.data


def unpickled(data: Any, /, **rest: Any) -> Any:
    """`pickle.loads`."""
    return loads(Message(bytes(data), []))


def only_inherited(thing: Any, spawning: bool) -> Any:
    """The `_share` of what a process can only be given when it begins."""
    if not spawning:
        raise RuntimeError(
            f"{type(thing).__name__} objects should only be shared between processes "
            "through inheritance"
        )
    return thing
