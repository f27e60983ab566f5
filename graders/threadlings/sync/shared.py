"""What processes share: values, arrays, and the locks of `multiprocessing`."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from types import TracebackType
from typing import Any

from threadlings.identity import brief, running
from threadlings.sync import barrier, condition, lock, signal
from threadlings.sync.base import Standin, me, say
from threadlings.sync.wire import only_inherited

CODES: dict[str, Any] = {
    **{"b": ctypes.c_byte, "B": ctypes.c_ubyte, "c": ctypes.c_char},
    **{"d": ctypes.c_double, "f": ctypes.c_float, "h": ctypes.c_short},
    **{"H": ctypes.c_ushort, "i": ctypes.c_int, "I": ctypes.c_uint},
    **{"l": ctypes.c_long, "L": ctypes.c_ulong, "q": ctypes.c_longlong},
    **{"Q": ctypes.c_ulonglong, "u": ctypes.c_wchar},
}


def _timeout(block: bool, timeout: float | None) -> tuple[bool, float]:
    """What a lock of threads is asked for: its time-out is no None, nor negative."""
    if not block:
        return False, -1
    return True, -1 if timeout is None else max(timeout, 0.0)


class Lock(lock.Lock):
    """`multiprocessing.Lock`: any process may release it."""

    _share = staticmethod(only_inherited)

    def __init__(self, *, ctx: Any = None) -> None:
        super().__init__()

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it; False when it could not be had in time."""
        return super().acquire(*_timeout(block, timeout))

    def release(self) -> None:
        """Give it back.  Raises ValueError when nobody has it."""
        try:
            super().release()
        except RuntimeError as error:
            if self._owner is None:
                raise ValueError("semaphore or lock released too many times") from error
            raise


class RLock(lock.RLock):
    """`multiprocessing.RLock`."""

    _share = staticmethod(only_inherited)

    def __init__(self, *, ctx: Any = None) -> None:
        super().__init__()

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it, or count once more."""
        return super().acquire(*_timeout(block, timeout))

    def release(self) -> None:
        """Undo one acquire.  Raises AssertionError when somebody else has it."""
        if self._owner is not me() and not running().over:
            raise AssertionError(
                "attempt to release recursive lock not owned by thread"
            )
        super().release()


class Semaphore(signal.Semaphore):
    """`multiprocessing.Semaphore`."""

    _share = staticmethod(only_inherited)

    def __init__(self, value: int = 1, *, ctx: Any = None) -> None:
        super().__init__(value)

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take a permit; False when none could be had in time."""
        if timeout is not None and block:
            timeout = max(timeout, 0.0)
        return super().acquire(block, timeout if block else None)

    def get_value(self) -> int:
        """How many permits are left."""
        self._act("get_value", "r", idle=True)
        return self._value


class BoundedSemaphore(Semaphore):
    """`multiprocessing.BoundedSemaphore`."""

    def _check(self, n: int) -> None:
        if self._value + n > self._initial:
            say("one too many")
            raise ValueError("semaphore or lock released too many times")


class Condition(condition.Condition):
    """`multiprocessing.Condition`."""

    _share = staticmethod(only_inherited)

    def __init__(self, lock: Any = None, *, ctx: Any = None) -> None:
        super().__init__(RLock._part_of(self) if lock is None else lock)


class Event(signal.Event):
    """`multiprocessing.Event`."""

    _share = staticmethod(only_inherited)

    def __init__(self, *, ctx: Any = None) -> None:
        super().__init__()

    def __repr__(self) -> str:
        state = "set" if self._flag else "unset"
        return f"<{type(self).__qualname__} at {self._thing} {state}>"


class Barrier(barrier.Barrier):
    """`multiprocessing.Barrier`."""

    _share = staticmethod(only_inherited)

    def __init__(
        self, parties: int, action: Any = None, timeout: Any = None, *, ctx: Any = None
    ) -> None:
        super().__init__(parties, action, timeout)


def _type(typecode_or_type: Any) -> Any:
    return CODES.get(typecode_or_type, typecode_or_type)


class RawValue(Standin):
    """A number in shared memory, without a lock."""

    _share = staticmethod(only_inherited)
    _kind = "value"

    def __init__(self, typecode_or_type: Any, *args: Any) -> None:
        self._cell = _type(typecode_or_type)(*args)

    @property
    def value(self) -> Any:
        """Read it: a step."""
        self._act("read", "r", part="value", idle=True, **self._guard())
        say(brief(running(), self._cell.value))
        return self._cell.value

    @value.setter
    def value(self, value: Any) -> None:
        self._act(
            "write",
            part="value",
            value=brief(running(), value),
            **self._guard(),
        )
        self._cell.value = value

    def _guard(self) -> dict[str, Any]:
        """What each access waits for."""
        return {}

    def __repr__(self) -> str:
        return f"{type(self._cell).__name__}({self._cell.value!r})"


class Guarded(Standin):
    """What a shared thing with a lock has: each access of its own takes the lock."""

    def _guard_by(self, lock: Any) -> None:
        """Have this lock, or one of its own."""
        self._lock = RLock._part_of(self) if lock in (True, None) else lock
        if not hasattr(self._lock, "acquire"):
            raise AttributeError(f"{lock!r} has no method 'acquire'")

    def get_lock(self) -> Any:
        """The lock."""
        return self._lock

    def acquire(self, *args: Any, **kwargs: Any) -> Any:
        """Take the lock."""
        return self._lock.acquire(*args, **kwargs)

    def release(self) -> None:
        """Give the lock back."""
        self._lock.release()

    def __enter__(self) -> Any:
        return self._lock.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()

    def _guard(self) -> dict[str, Any]:
        """An access waits while somebody else has the lock."""
        own = self._lock
        if not isinstance(own, lock.Lock):
            return {}
        if isinstance(own, lock.RLock) and own._owner is me():
            return {}
        return {
            "may_go": own._free,
            "held_by": own._holders,
            "needs": ((own._uid, 0),),
            "also": ((own._uid, "w"),),
        }


class Value(Guarded, RawValue):
    """A number in shared memory, and its lock."""

    def __init__(self, typecode_or_type: Any, *args: Any, lock: Any = True) -> None:
        super().__init__(typecode_or_type, *args)
        self._guard_by(lock)

    def get_obj(self) -> Any:
        """It without the lock."""
        return self._cell


def value(typecode_or_type: Any, *args: Any, lock: Any = True) -> Any:
    """`multiprocessing.Value`."""
    if lock is False:
        return RawValue(typecode_or_type, *args)
    return Value(typecode_or_type, *args, lock=lock)


class RawArray(Standin):
    """Numbers in shared memory, without a lock; each item is a place of its own."""

    _share = staticmethod(only_inherited)
    _kind = "array"

    def __init__(self, typecode_or_type: Any, size_or_initializer: Any) -> None:
        kind = _type(typecode_or_type)
        if isinstance(size_or_initializer, int):
            self._cells = (kind * size_or_initializer)()
        else:
            items = list(size_or_initializer)
            self._cells = (kind * len(items))(*items)

    def _guard(self) -> dict[str, Any]:
        return {}

    def _touch(self, kind: str, mode: str, index: Any, value: str = "") -> None:
        places = range(len(self._cells))[index]
        first, *rest = [places] if isinstance(places, int) else list(places) or [-1]
        how = self._guard()
        also = tuple(((self._uid, place), mode) for place in (first, *rest))
        part = f"[{index}]" if isinstance(index, int) else "[:]"
        how["also"] = (*also, *how.pop("also", ()))
        self._act(kind, "r", part=part, value=value, idle=mode == "r", **how)

    def __len__(self) -> int:
        return len(self._cells)

    def __getitem__(self, index: Any) -> Any:
        self._touch("read", "r", index)
        found = self._cells[index]
        say(brief(running(), found))
        return found

    def __setitem__(self, index: Any, value: Any) -> None:
        self._touch("write", "w", index, brief(running(), value))
        self._cells[index] = value

    def __iter__(self) -> Iterator[Any]:
        for index in range(len(self._cells)):
            yield self[index]

    def __repr__(self) -> str:
        return f"<{self._title()} object at {self._thing}>"


class Array(Guarded, RawArray):
    """Numbers in shared memory, and their lock."""

    def __init__(
        self, typecode_or_type: Any, size_or_initializer: Any, *, lock: Any = True
    ) -> None:
        super().__init__(typecode_or_type, size_or_initializer)
        self._guard_by(lock)

    def get_obj(self) -> Any:
        """It without the lock."""
        return self._cells


def array(typecode_or_type: Any, size_or_initializer: Any, *, lock: Any = True) -> Any:
    """`multiprocessing.Array`."""
    if lock is False:
        return RawArray(typecode_or_type, size_or_initializer)
    return Array(typecode_or_type, size_or_initializer, lock=lock)
