"""`multiprocessing.Manager`: objects in a server, and proxies that call them.

Each call of a proxy is one step, in which nobody else reaches the object; what goes in
or comes out is a copy, so a change inside of what came out is lost, as in life.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

from threadlings.identity import brief, running
from threadlings.sync import lock, queue, signal
from threadlings.sync.barrier import Barrier
from threadlings.sync.base import Standin, say
from threadlings.sync.condition import Condition
from threadlings.sync.process import Process
from threadlings.sync.wire import dumps, loads

COMMON = ("__contains__", "__getitem__", "__len__", "copy", "count", "get", "index")
READS = {*COMMON, "__add__", "__mul__", "__str__", "items", "keys", "values"}
DICT = (
    *("__contains__", "__delitem__", "__getitem__", "__len__", "__setitem__", "clear"),
    *("copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update"),
    *("values", "__str__"),
)
LIST = (
    *("__add__", "__contains__", "__delitem__", "__getitem__", "__len__", "__mul__"),
    *("__setitem__", "append", "clear", "copy", "count", "extend", "index", "insert"),
    *("pop", "remove", "reverse", "sort", "__str__"),
)
PLAIN: set[type] = {type({}.keys()), type({}.items()), type({}.values())}


def _by_reference(thing: Any, spawning: bool) -> Any:
    """The `_share` of what may be sent anywhere, at any time."""
    return thing


def _copied(thing: Any) -> Any:
    return loads(dumps(list(thing) if type(thing) in PLAIN else thing))


class Server:
    """Where the objects are."""

    up = True

    def check(self) -> None:
        """Raise what a proxy meets when nobody answers."""
        if not self.up:
            raise ConnectionRefusedError(111, "Connection refused")


class Proxy(Standin):
    """What stands for an object of a server."""

    _share = staticmethod(_by_reference)

    def __init__(self, server: Server, target: Any) -> None:
        self._server, self._target = server, target

    def _callmethod(
        self, name: str, args: Any = (), kwds: dict[str, Any] | None = None
    ) -> Any:
        """Call a method of the object over there."""
        args, kwds = _copied((args, kwds or {}))
        mode = "r" if name in READS else "w"
        part = f"[{brief(running(), args[0])}]" if name in ITEMS and args else ""
        kind = ITEMS.get(name, name.strip("_"))
        self._act(kind, mode, part=part, idle=mode == "r")
        self._server.check()
        found = _copied(getattr(self._target, name)(*args, **kwds))
        say(brief(running(), args[-1] if name == "__setitem__" else found))
        return found

    def _getvalue(self) -> Any:
        """A copy of the whole object."""
        self._act("copy", "r", idle=True)
        self._server.check()
        return _copied(self._target)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} object, typeid {type(self._target).__name__!r}>"


ITEMS = {"__getitem__": "read", "__setitem__": "write", "__delitem__": "delete"}


def _method(name: str) -> Callable[..., Any]:
    def call(self: Proxy, /, *args: Any, **kwds: Any) -> Any:
        return self._callmethod(name, args, kwds)

    call.__name__ = name
    return call


def _proxy(name: str, methods: tuple[str, ...]) -> type[Proxy]:
    return type(name, (Proxy,), {one: _method(one) for one in methods})


class DictProxy(_proxy("DictProxy", DICT)):  # type: ignore[misc]
    """A dict over there."""

    def __iter__(self) -> Iterator[Any]:
        self._act("iter", "r", idle=True)
        self._server.check()
        return self._keys(iter(self._target))

    def _keys(self, there: Iterator[Any]) -> Iterator[Any]:
        """The iterator is over there as well: each key is asked for on its own."""
        while True:
            self._act("next", "r", idle=True)
            self._server.check()
            try:
                key = next(there)
            except StopIteration:
                return
            yield _copied(key)


class ListProxy(_proxy("ListProxy", LIST)):  # type: ignore[misc]
    """A list over there; as it is gone through, each item is asked for on its own."""

    def __iadd__(self, items: Any) -> ListProxy:
        self._callmethod("extend", (list(items),))
        return self

    def __imul__(self, number: int) -> ListProxy:
        self._callmethod("__imul__", (number,))
        return self


class ValueProxy(Proxy):
    """A value over there, in a list of one."""

    def get(self) -> Any:
        """Read it."""
        return self._callmethod("__getitem__", (0,))

    def set(self, value: Any) -> None:
        """Write it."""
        self._callmethod("__setitem__", (0, value))

    value = property(get, set)


class NamespaceProxy(Proxy):
    """Attributes over there."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            return object.__getattribute__(self, name)
        try:
            return self._callmethod("__getitem__", (name,))
        except KeyError:
            raise AttributeError(
                f"'Namespace' object has no attribute {name!r}"
            ) from None

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        else:
            self._callmethod("__setitem__", (name, value))

    def __delattr__(self, name: str) -> None:
        self._callmethod("__delitem__", (name,))

    def __str__(self) -> str:
        inside = self._getvalue().items()
        shown = [f"{name}={value!r}" for name, value in inside if name[0] != "_"]
        return f"Namespace({', '.join(shown)})"


def _shared(kind: Any) -> Any:
    """A lock or its kin that may be sent anywhere, at any time."""
    name = kind.__name__
    proxy = f"{name if kind in (Barrier, Condition, signal.Event) else 'Acquirer'}Proxy"

    def told(self: Standin) -> str:
        return f"<{proxy} object, typeid {name!r} at {self._thing}>"

    names = {
        "_share": staticmethod(_by_reference),
        "_kind": kind._kind,
        "__repr__": told,
        "__str__": kind.__repr__,
    }
    return type(kind.__name__, (kind,), names)


class _Queue(queue.Queue[Any]):
    """A queue over there: what goes in and comes out is a copy."""

    _share = staticmethod(_by_reference)

    def _put(self, item: Any) -> None:
        super()._put(_copied(item))

    def _get(self) -> Any:
        return _copied(super()._get())


KINDS: dict[str, Any] = {
    kind.__name__: _shared(kind)
    for kind in (
        *(Barrier, Condition, lock.Lock, lock.RLock),
        *(signal.BoundedSemaphore, signal.Event, signal.Semaphore),
    )
}


class SyncManager(Standin):
    """A server, and what makes objects in it."""

    def __init__(self, *args: Any, ctx: Any = None, **kwargs: Any) -> None:
        self._server: Server | None = None

    def start(self, initializer: Any = None, initargs: Any = ()) -> None:
        """Start the server, and have it call *initializer*."""
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        assert self._server is None, "Already started server"
        if initializer is not None:  # it has a memory of its own
            first = Process(target=initializer, args=initargs)
            first.start()
            first.join()
        self._server = Server()

    def _up(self) -> Server:
        assert self._server is not None, "server not yet started"
        self._server.check()
        return self._server

    def dict(self, *args: Any, **kwargs: Any) -> Any:
        """A dict over there."""
        return DictProxy(self._up(), _copied(dict(*args, **kwargs)))

    def list(self, *args: Any) -> Any:
        """A list over there."""
        return ListProxy(self._up(), _copied(list(*args)))

    def Namespace(self, **kwargs: Any) -> Any:
        """Attributes over there."""
        return NamespaceProxy(self._up(), _copied(dict(kwargs)))

    def Value(self, typecode: Any, value: Any, lock: bool = True) -> Any:
        """A value over there."""
        return ValueProxy(self._up(), [_copied(value)])

    def Array(self, typecode: Any, sequence: Any, lock: bool = True) -> Any:
        """An array over there."""
        return ListProxy(self._up(), _copied(list(sequence)))

    def Queue(self, maxsize: int = 0) -> Any:
        """A queue over there."""
        self._up()
        return _Queue(maxsize)

    JoinableQueue = Queue

    def __getattr__(self, name: str) -> Any:
        if name not in KINDS:
            raise AttributeError(f"'SyncManager' object has no attribute {name!r}")
        self._up()
        return KINDS[name]

    def shutdown(self) -> None:
        """End the server: its objects are gone."""
        if self._server is not None:
            self._server.up = False

    def join(self, timeout: float | None = None) -> None:
        """Wait for the server to end: it does so at once."""

    def __enter__(self) -> SyncManager:
        if self._server is None:
            self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.shutdown()


def manager() -> SyncManager:
    """`multiprocessing.Manager`: a server that has begun."""
    made = SyncManager()
    made.start()
    return made
