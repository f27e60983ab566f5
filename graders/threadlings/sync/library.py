"""The interpreter's own asyncio, on our clock and threads.

Its source is executed once for each process, as a private copy: what it imports is
answered with stand-ins and what it would keep for each thread is kept for each virtual
one.  Its C half is left out, as that knows real threads only.
"""

from __future__ import annotations

import builtins
import contextlib
import functools
import importlib.util
import itertools
import signal as real_signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from threadlings import core, sync
from threadlings.garbage import uncollected
from threadlings.sync import loop

NAME = "asyncio"


class _Local:
    """`threading.local` for an object that is there before the first run."""

    def __getattribute__(self, name: str) -> Any:
        own = _own(self)
        return own[name] if name in own else object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        _own(self)[name] = value


def _own(thing: object) -> dict[str, Any]:
    """What *thing* keeps for the thread that has the turn."""
    run = core.current
    if run is None:
        return {}
    kept: dict[Any, dict[str, Any]] = run.state.setdefault(_Local, {})
    return kept.setdefault((id(thing), run.current), {})


def _module(name: str, real: ModuleType | None, **names: Any) -> ModuleType:
    module = ModuleType(name)
    if real is not None:
        module.__dict__.update(
            {n: v for n, v in vars(real).items() if not n.startswith("__")}
        )
    module.__dict__.update(names)
    return module


class _Copy:
    """The modules of the private copy, as they are loaded."""

    def __init__(self, standins: Mapping[str, ModuleType]) -> None:
        spec = importlib.util.find_spec(NAME)
        assert spec is not None
        assert spec.origin is not None
        self.folder = Path(spec.origin).parent
        self.modules: dict[str, ModuleType] = {}
        resolution = _module("info", None, resolution=1e-9)
        threading = _module(
            "threading",
            standins["threading"],
            # What its locks guard is over before anybody else has a turn.
            Lock=contextlib.nullcontext,
            local=_Local,
        )
        time = _module(
            "time",
            standins["time"],
            get_clock_info=lambda _: resolution,
        )
        signal = _module(
            "signal",
            None,
            getsignal=lambda _: None,
            default_int_handler=0,
            set_wakeup_fd=lambda _: -1,  # its copy asks, should the process be forked
        )
        signal.__dict__.update(
            {n: v for n, v in vars(real_signal).items() if n[:3] == "SIG"}
        )
        self.replaced = {
            "concurrent": standins["concurrent"],
            "concurrent.futures": standins["concurrent.futures"],
            "signal": signal,
            "threading": threading,
            "time": time,
        }

    def load(self, part: str) -> ModuleType:
        """The module asyncio.*part*, or the package itself."""
        name = f"{NAME}.{part}" if part else NAME
        if name in self.modules:
            return self.modules[name]
        path = self.folder / f"{part or '__init__'}.py"
        if not path.is_file():
            raise ImportError(f"no module named {name!r}", name=name)
        module = self.modules[name] = ModuleType(name)
        module.__dict__.update(
            __file__=str(path),
            __package__=NAME,
            __builtins__=vars(builtins) | {"__import__": self._import},
        )
        if part:
            setattr(self.load(""), part, module)
        with uncollected():
            code = compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        exec(code, module.__dict__)
        return module

    def _import(
        self,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        top, _, part = name.partition(".")
        if level or top == NAME:
            part = name if level else part
            found = self.load(part)
            if not part:  # from . import events, tasks
                for one in fromlist or ():
                    if one not in vars(found):
                        self.load(one)
            return found if fromlist else self.load("")
        if top == f"_{NAME}":
            raise ImportError(f"{name} knows real threads only", name=name)
        if name in self.replaced:
            return self.replaced[name if fromlist else top]
        return builtins.__import__(name, globals, locals, fromlist or (), level)


@functools.cache
def asyncio() -> ModuleType:
    """The private copy of asyncio, its loops being virtual."""
    copy = _Copy(sync.modules())
    package = copy.load("")
    loop.install(package)
    return package


def reset() -> None:
    """Forget what the last run has left in the copy."""
    if asyncio.cache_info().currsize:
        tasks = asyncio().tasks
        tasks._task_name_counter = itertools.count(1).__next__
        tasks._current_tasks.clear()


def fresh() -> dict[str, ModuleType]:
    """asyncio and its parts, by name; the package is another one each time."""
    made = ModuleType(NAME)
    made.__dict__.update(vars(asyncio()))
    return {NAME: made, **_parts()}


@functools.cache
def _parts() -> dict[str, ModuleType]:
    """The modules inside of the package."""
    return {
        module.__name__: module
        for name, module in vars(asyncio()).items()
        if isinstance(module, ModuleType) and module.__name__ == f"{NAME}.{name}"
    }
