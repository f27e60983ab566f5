"""What a submission does that no answer needs: for somebody to look at, no verdict.

A submission shares the interpreter of its grader, and who is determined can forge a
run.  So whatever reaches for the grader leaves a trace: names in the source, imports,
and what the interpreter itself reports (PEP 578).  A trace is told at once, before its
maker can do anything about it, and nobody passes unseen who has left one.
"""

from __future__ import annotations

import ast
import sys
import tokenize
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import BuiltinFunctionType, FrameType, FunctionType
from typing import Any

from threadlings import calls
from threadlings.identity import LIBRARY, PACKAGE

ALLOWED = frozenset(
    (
        *("__future__", "_collections_abc", "abc", "argparse", "array", "asyncio"),
        *("base64", "bisect", "calendar", "cmath", "collections", "colorsys"),
        *("concurrent", "contextlib", "contextvars", "copy", "copyreg", "csv"),
        *("dataclasses", "datetime", "decimal", "difflib", "enum", "errno"),
        *("fractions", "functools", "gc", "graphlib", "hashlib", "heapq", "hmac"),
        *("inspect", "io", "itertools", "json", "keyword", "locale", "logging"),
        *("math", "multiprocessing", "numbers", "operator", "os", "pathlib"),
        *("pickle", "platform", "pprint", "queue", "random", "re", "reprlib"),
        *("secrets", "statistics", "string", "struct", "sys", "tempfile", "textwrap"),
        *("threading", "time", "traceback", "types", "typing"),
        *("unicodedata", "uuid", "warnings", "weakref", "zlib", "zoneinfo"),
    )
)
"""What an answer may import; what an exercise is about its grader looks at itself."""
NAMES = frozenset(
    (
        *("__builtins__", "__closure__", "__code__", "__globals__", "__kwdefaults__"),
        *("__defaults__", "__get__", "__set__", "cell_contents", "setstate"),
        *("__loader__", "__self__", "__spec__", "__subclasses__", "addaudithook"),
        *("ag_code", "ag_frame", "cr_code", "cr_frame", "currentframe", "f_back"),
        *("f_builtins", "f_code", "f_globals", "f_locals", "f_trace", "get_objects"),
        *("get_referents", "get_referrers", "getframeinfo", "getouterframes"),
        *("gi_code", "gi_frame", "meta_path", "path_hooks", "setprofile", "settrace"),
        *("tb_frame", "_current_frames", "_getframe"),
        *("UserDict", "UserList"),  # the library changes their data, where no hook is
    )
)
"""Names that lead from a program to the one that runs it."""
ASKING = frozenset(("current_thread", "currentThread", "current_task", "get_name"))
"""How a program finds out who it is."""
TOO_MUCH = (MemoryError, RecursionError)
PLAIN = ("utf-8", "utf-8-sig", "ascii")
CALLED = frozenset(("__import__", "compile", "eval", "exec"))
FAMILIES = frozenset(
    (
        *("ctypes", "fcntl", "ftplib", "gc", "http", "marshal", "mmap", "nntplib"),
        *("os", "pty", "resource", "shutil", "signal", "smtplib", "socket"),
        *("subprocess", "sys", "syslog", "telnetlib", "urllib", "webbrowser"),
        *("_thread", "code", "compile", "exec", "function", "object", "open"),
    )
)
"""What the interpreter reports on and is of interest: the first part of an event."""
DIRECT = frozenset(
    ("code", "compile", "exec", "function", "marshal", "object", "sys", "gc")
)
"""What libraries do by themselves, too: it counts where the submission does it."""
ROUNDABOUT = {"sys": ("inspect.py",)}
"""… or by one of these, which do nothing else with it."""
GETS, FRAMES = "object.__getattr__", ("tb_frame", "gi_frame", "cr_frame", "ag_frame")
HARMLESS = frozenset(("sys.excepthook", "sys.unraisablehook"))
MOST = 50  # traces of one submission: more say no more
READING = ("linecache.py", "tokenize.py")  # lines of a traceback
SEALED = ("builtins", "greenlet", "json", "threadlings")
OURS = ("__call__", "announce")  # in `calls`: what a submission calls, by a hook
Tell = Callable[[str], object]
Part = tuple[Mapping[str, Any], str, object, str]  # where, its key, what, its name


class Witness:
    """One submission, watched; what is odd is *told* at once, and each thing once.

    *cast* are the names that the grader gives to its threads.
    """

    def __init__(
        self, files: Iterable[Path], tell: Tell, cast: Collection[str] = ()
    ) -> None:
        paths = [*files]
        self.files = {str(path) for path in paths}
        self._own = {path.stem for path in paths}
        self._cast = cast
        self._tell = tell
        self._told: set[tuple[str, int]] = set()
        self._away = False  # what happens now is the kit's own

    def tell(self, words: str, line: int = 0) -> None:
        """Tell of something odd; of what one line does again and again, once."""
        what, _, _ = words.partition(" ")
        key = (what, line) if line else (words, 0)
        if key not in self._told and len(self._told) < MOST:
            self._told.add(key)
            self._tell(f"{words} (line {line})" if line else words)

    # ── the source ───────────────────────────────────────────────────────────
    def read(self) -> None:
        """Look through the source, before anything of it is executed."""
        for file in sorted(self.files):
            try:
                with tokenize.open(file) as text:
                    tree = ast.parse(text.read())
                    if text.encoding not in PLAIN:
                        self.tell(f"is written in {text.encoding}")
            except (OSError, LookupError, SyntaxError, ValueError, *TOO_MUCH):
                continue  # who loads it says so
            for words, line in (*odd(tree), *knowing(tree, self._cast)):
                self.tell(words, line)

    def imported(self, name: str) -> None:
        """A submission imports *name*."""
        top = name.partition(".")[0]
        if top not in ALLOWED and top not in self._own:
            self.tell(f"imports {name}")

    # ── the interpreter ──────────────────────────────────────────────────────
    def named(self, name: str) -> None:
        """An attribute is asked for by a *name* that is made in the run."""
        if name in NAMES:
            self.tell(f"asks for {name} by name")

    def hear(self, event: str, facts: tuple[Any, ...]) -> None:
        """The interpreter reports on an *event*."""
        if self._away or (event == GETS and facts[1] not in FRAMES):
            return
        family = event.partition(".")[0]
        if family not in FAMILIES or event in HARMLESS:
            return
        self._away = True  # looking at frames is an event, too
        try:
            line = self._line(sys._getframe(2), family)
        finally:
            self._away = False
        if line:
            self.tell(f"{event} {_brief(facts)}".strip(), line)

    def _line(self, frame: FrameType | None, family: str) -> int:
        """The line of the submission that is behind an event, or 0."""
        while frame is not None:
            file = frame.f_code.co_filename
            if file in self.files:
                return frame.f_lineno
            if file.startswith(PACKAGE):
                if not (file.endswith("calls.py") and frame.f_code.co_name in OURS):
                    return 0
            elif not self._passes(file, family):
                return 0
            frame = frame.f_back
        return 0

    def _passes(self, file: str, family: str) -> bool:
        """Whether a library's frame may have acted for the submission."""
        if file.startswith("<frozen importlib") or file.endswith(READING):
            return False
        if not file.startswith(LIBRARY):
            return False
        return family not in DIRECT or file.endswith(ROUNDABOUT.get(family, ()))

    # ── the kit itself ───────────────────────────────────────────────────────
    def seal(self) -> None:
        """Remember what the kit consists of."""
        self._sealed = [*parts()]

    def inspect(self) -> None:
        """Tell what of the kit is not what it was.

        What a function executes can be changed, too; of that, the interpreter reports.
        """
        for space, key, value, name in self._sealed:
            if space.get(key) is not value:
                self.tell(f"changes {name}")


_current: Witness | None = None


def watch(witness: Witness) -> None:
    """Have *witness* listen to the interpreter, instead of the one before."""
    global _current
    if _current is None:
        sys.addaudithook(_report)  # for as long as the process lives
    _current = witness
    calls.heard = witness.named


def _report(event: str, facts: tuple[Any, ...]) -> None:
    if _current is not None:
        _current.hear(event, facts)


def odd(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """What is odd in a source, and in which line."""
    bound = {name for node in ast.walk(tree) for name in _binds(node)}
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            yield f"uses {node.attr}", line
        elif isinstance(node, ast.Attribute) and _is_strange(node):
            yield f"uses {ast.unparse(node)[:40]}", line
        elif isinstance(node, ast.Name) and node.id in (NAMES | CALLED) - bound:
            yield f"uses {node.id}", line
        elif isinstance(node, ast.ImportFrom):
            odd_ones = NAMES | ({"modules", "*"} if node.module == "sys" else set())
            taken = sorted({one.name for one in node.names} & odd_ones)
            yield from ((f"imports {node.module}.{name}", line) for name in taken)
        elif (
            isinstance(node, ast.Constant)
            and type(node.value) is str
            and node.value in NAMES
        ):
            yield f"says {node.value!r}", line


def _is_strange(node: ast.Attribute) -> bool:
    """`sys.modules`, or data that changes hands by no name of its own."""
    if node.attr == "__setattr__":
        return ast.unparse(node.value) not in ("object", "super()")
    if node.attr == "__dict__":
        return isinstance(node.ctx, ast.Store)
    return node.attr == "modules" and ast.unparse(node.value).endswith("sys")


def knowing(tree: ast.AST, cast: Collection[str]) -> Iterator[tuple[str, int]]:
    """Who in the grader's *cast* is known by name to a source that asks for names."""
    asks = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
    if not asks.isdisjoint(ASKING):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and node.value in cast:
                yield f"knows {node.value!r} by name", node.lineno


def _binds(node: ast.AST) -> Iterator[str]:
    """The names that a statement gives a meaning of its own."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from (one.asname or one.name for one in node.names)


def parts() -> Iterator[Part]:
    """The functions and classes that a grader is made of, and where they are kept."""
    seen: set[type] = set()
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] in SEALED:
            yield from _of(vars(module), name)
            kinds = [kind for kind in vars(module).values() if isinstance(kind, type)]
            for kind in kinds if name != "builtins" else ():
                if kind not in seen:
                    seen.add(kind)
                    yield from _of(vars(kind), f"{name}.{kind.__name__}")


def _of(space: Mapping[str, Any], name: str) -> Iterator[Part]:
    for key, value in space.items():
        if isinstance(value, (FunctionType, BuiltinFunctionType, type)):
            yield space, key, value, f"{name}.{key}"


def _brief(facts: Iterable[Any]) -> str:
    """What an event is about, in a few characters: only texts and numbers."""
    plain = [repr(one) for one in facts if type(one) in (str, int, bytes)]
    return ", ".join(plain)[:80]
