"""Load a submission: rewritten, with stand-ins for what it imports, anew every run."""

from __future__ import annotations

import builtins
import functools
import os
import random
import sys
import tokenize
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from threadlings import calls, hooks, sync
from threadlings.core import Run
from threadlings.garbage import uncollected
from threadlings.rewrite import rewrite
from threadlings.sync import library

PLACES = 1_000_000  # more than any file has
REFUSED = frozenset(
    (
        *("_queue", "_thread", "_threading_local", "ctypes"),
        *("greenlet", "sched", "select", "selectors", "signal"),
        *("socket", "socketserver", "subprocess", "threadlings"),
    )
)
HOOKS: dict[str, Any] = {
    f"@{hook.__name__}": hook
    for hook in (
        *(hooks.after, hooks.attribute, hooks.before, hooks.get),
        *(hooks.inplace, hooks.items, hooks.iterate, hooks.named),
        *(hooks.new, hooks.peek, hooks.writing),
        *(calls.call, calls.spin, calls.turn),
    )
} | {"@truth": hooks.truth}
BUILTINS = vars(builtins) | HOOKS | {"id": calls.identify, "hash": calls.hashed}


class LoadError(Exception):
    """The submission can't be loaded; the text says what, where and why."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


class MissingName(AttributeError):
    """The submission lacks a name that the grader asks it for."""


class RefusedImport(ImportError):
    """The submission imports what can't be run under a scheduler."""


class Submitted(ModuleType):
    """A submission's module."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        own = [
            n
            for n, value in vars(self).items()
            if not n.startswith("_") and not isinstance(value, ModuleType)
        ]
        has = ", ".join(sorted(own)) or "nothing"
        file = Path(str(self.__file__)).name
        raise MissingName(f"{file} has no {name}; it has {has}")


class Compiled(NamedTuple):
    """A module's name, what executes it, and its lines, stripped."""

    name: str
    code: CodeType
    lines: list[str]


class Source:
    """A submission's file, compiled once for many runs; *hear* is told its imports."""

    def __init__(self, path: Path, hear: Callable[[str], object] = str) -> None:
        self.path = path
        self._hear = hear
        self._files: dict[str, Compiled] = {}
        self.name, self.code, self.lines = self._compile(path)

    def _compile(self, path: Path) -> Compiled:
        found = self._files.get(str(path))
        if found is None:
            first = (1 + len(self._files)) * PLACES
            found = self._files[str(path)] = _compile(path, first)
        return found

    def load(self, run: Run) -> ModuleType:
        """Execute the file in *run* and give its module."""
        random.seed(0)
        library.reset()
        run.state["modules"] = dict(sync.modules())
        run.state["loaded"] = {}
        run.state["module"] = functools.partial(self._module, run)
        return self._execute(run, self.path)

    def _module(self, run: Run, name: str) -> ModuleType | None:
        """The module called *name* in the process that has the turn.

        One of the submission's is executed there when it is asked for first; None for
        those of others.
        """
        found = _loaded(run).get(name)
        path = self.path.with_name(f"{name}.py")
        if found is None and (name == self.name or name in run.modules):
            return self._execute(run, path)
        return found

    def _execute(self, run: Run, path: Path) -> ModuleType:
        name, code, lines = self._compile(path)
        module = Submitted(name)
        module.__file__ = code.co_filename
        run.sources[code.co_filename] = lines
        run.modules.add(name)
        _loaded(run)[name] = module
        own = {"__import__": functools.partial(self._import, run)}
        module.__dict__["__builtins__"] = BUILTINS | own
        kept = sys.modules.get(name)
        sys.modules[name] = module  # dataclasses look their module up there
        try:
            exec(code, module.__dict__)
        finally:  # several processes may be at it at once
            if kept is None or isinstance(kept, Submitted):
                sys.modules.pop(name, None)
            else:
                sys.modules[name] = kept
        return module

    def _import(
        self,
        run: Run,
        name: str,
        globals: Mapping[str, object] | None = None,
        locals: Mapping[str, object] | None = None,
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        top = name.partition(".")[0]
        self._hear(name)
        standin: dict[str, ModuleType] = run.state["modules"]
        if level == 0 and top == library.NAME and top not in standin:
            standin.update(library.fresh())
        if level == 0 and name in standin:
            known = vars(standin[name])
            for part in fromlist or ():
                if part not in known and hasattr(
                    builtins.__import__(name, fromlist=[part]), part
                ):
                    raise _refused(f"{name}.{part}")
            return standin[name if fromlist else top]
        if top in REFUSED or top in standin:
            raise _refused(name)
        if level == 0 and top not in sys.stdlib_module_names:
            sibling = self.path.with_name(f"{name}.py")
            if sibling.is_file():
                return _loaded(run).get(name) or self._execute(run, sibling)
        return builtins.__import__(name, globals, locals, fromlist or (), level)


def _refused(name: str) -> RefusedImport:
    return RefusedImport(
        f"threadlings can't run {name!r} under its scheduler: use threading, "
        "queue, multiprocessing, concurrent.futures, asyncio and time",
        name=name,
    )


def _loaded(run: Run) -> dict[str, ModuleType]:
    """The submission's modules in the process that has the turn, by name."""
    loaded: dict[int, dict[str, ModuleType]] = run.state["loaded"]
    return loaded.setdefault(run.current.home, {})


def trusted_import(name: str, *rest: Any) -> ModuleType:
    """What a grader imports: the real thing, but for asyncio and who it is."""
    if name.partition(".")[0] == library.NAME:
        return library.fresh()[name]
    if name == "os":
        return sync.modules()[name]
    return builtins.__import__(name, *rest)


def _compile(path: Path, first_place: int) -> Compiled:
    """Read, rewrite and compile a file.  Raises LoadError in words."""
    name = path.name
    try:
        with tokenize.open(path) as file:
            text = file.read()
        with uncollected():
            tree = rewrite(text, str(path), first_place)
            code = compile(tree, str(path), "exec", dont_inherit=True)
        lines = [line.strip() for line in text.splitlines()]
        return Compiled(path.stem, code, lines)
    except SyntaxError as error:
        line = error.lineno or 0
        kind = type(error).__name__
        raise LoadError(f"{kind}: {error.msg} ({name}, line {line})", line) from None
    except UnicodeDecodeError as error:
        raise LoadError(f"{name} is not UTF-8 text: {error.reason}") from None
    except LookupError as error:  # a coding that is none of text
        raise LoadError(f"{name} can't be read: {error}") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise LoadError(f"{name} can't be compiled: {error}") from None
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise LoadError(f"{path}: {reason}") from None
