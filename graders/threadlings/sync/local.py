"""`threading.local`: an object with other attributes in every thread."""

from __future__ import annotations

from typing import Any

from threadlings.fiber import Fiber
from threadlings.identity import running


class local:
    """An object with other attributes in every thread."""

    __slots__ = ("__dict__", "__weakref__", "_kept")

    def __new__(cls, /, *args: Any, **kwargs: Any) -> local:
        """Keep the arguments: every thread's first use calls `__init__` with them."""
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        made = super().__new__(cls)
        own: dict[Fiber, dict[str, Any]] = {running().current: {}}
        object.__setattr__(made, "_kept", (own, args, kwargs))
        return made

    def __getattribute__(self, name: str) -> Any:
        _step_in(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _step_in(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name: str) -> None:
        _step_in(self)
        object.__delattr__(self, name)


def _step_in(thing: local) -> None:
    """Give *thing* the attributes that it has in this thread."""
    own, args, kwargs = object.__getattribute__(thing, "_kept")
    here = running().current
    first = here not in own
    if first:
        own[here] = {}
    object.__setattr__(thing, "__dict__", own[here])
    if first:
        type(thing).__init__(thing, *args, **kwargs)
