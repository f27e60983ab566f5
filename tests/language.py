"""Run one of CPython's own test modules, with some modules rewritten.

No test file: `test_language.py` calls it, in a process of its own for every module.

    python language.py {plain|rewritten|threaded} TEST-MODULE [LIBRARY-MODULE …]

"rewritten" rewrites the test module, or the library modules where some are named;
"threaded" does so too, and runs the tests in a run with a second thread alive, so
that every hook has something to announce.  Prints as JSON what did not pass, and why.
"""

from __future__ import annotations

import ast
import builtins
import doctest
import importlib
import importlib.machinery
import importlib.util
import io
import json
import os
import sys
import unittest
import warnings
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from threadlings import calls
from threadlings.core import Run
from threadlings.identity import PACKAGE
from threadlings.load import HOOKS
from threadlings.rewrite import rewrite

MANY = 10**12  # steps: more than any test takes
MISSING = 3  # the exit code when this Python has no such tests


def compiled(
    source: Any, file: str, mode: str, flags: int = 0, dont_inherit: bool = True
) -> CodeType:
    """`compile`, with the hooks put in."""
    tree: Any = rewrite(source, file)
    if mode == "single":
        tree = ast.Interactive(tree.body)
    code: CodeType = compile(tree, file, mode, flags, dont_inherit)
    return code


def execute(code: Any, names: Any = None, own: Any = None, /, **others: Any) -> None:
    """`exec`, with the hooks put in: many tests keep their programs in strings."""
    if names is None:
        frame = sys._getframe(1)
        names, own = frame.f_globals, frame.f_locals
    if isinstance(code, str) and names.setdefault("__builtins__", builtins):
        code = compiled(code, "<string>", "exec")
    exec(code, names, names if own is None else own, **others)


class Finder(importlib.machinery.PathFinder):
    """Finds the modules *names* and loads them as a submission is loaded."""

    def __init__(self, names: Sequence[str]) -> None:
        self.code = {name: self._compiled(name) for name in names}

    def _compiled(self, name: str) -> CodeType:
        """Compile it while the module of that name can still be used for it."""
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise SystemExit(MISSING)
        return compiled(Path(spec.origin).read_bytes(), spec.origin, "exec")

    def find_spec(  # type: ignore[override]
        self, name: str, path: Any = None, target: Any = None
    ) -> Any:
        """As any other module, but with us for its loader."""
        spec = super().find_spec(name, path) if name in self.code else None
        if spec is not None and spec.origin is not None:
            spec.loader = Loader(name, spec.origin)
            spec.loader.code = self.code[name]
        return spec


class Loader(importlib.machinery.SourceFileLoader):
    """Executes a rewritten module; `load` puts the hooks among the built-in names."""

    code: CodeType

    def exec_module(self, module: ModuleType) -> None:
        """Execute it; its own tests may keep programs in strings."""
        if module.__name__.startswith("test."):
            vars(module)["exec"] = execute
        exec(self.code, vars(module))


def load(tests: str, rewritten: Sequence[str]) -> unittest.TestSuite:
    """The tests of the module *tests*; the modules *rewritten* are loaded anew."""
    if (
        importlib.util.find_spec("test") is None
        or importlib.util.find_spec(tests) is None
    ):
        raise SystemExit(MISSING)
    vars(builtins).update(HOOKS)
    sys.meta_path.insert(0, Finder(rewritten))
    for name in rewritten:
        sys.modules.pop(name, None)
        importlib.import_module(name)
    if tests in rewritten:
        doctest.compile = compiled  # type: ignore[attr-defined]
    suite = unittest.defaultTestLoader.loadTestsFromName(tests)
    if not suite.countTestCases():  # Python 3.10 has modules of nothing but doctests
        suite = doctest.DocTestSuite(importlib.import_module(tests))
    return suite


def run(suite: unittest.TestSuite) -> dict[str, Any]:
    """Run the tests; say how many there are and what did not pass."""
    result = unittest.TextTestRunner(io.StringIO(), verbosity=0).run(suite)
    bad = {test.id(): why for test, why in [*result.failures, *result.errors]}
    bad |= {test.id(): "unexpected success" for test in result.unexpectedSuccesses}
    return {"ran": result.testsRun, "failed": bad}


class Sources(dict[str, list[str]]):
    """All files but those of threadlings are the submission's."""

    def __contains__(self, file: object) -> bool:
        return PACKAGE not in str(file)


def threaded(suite: unittest.TestSuite) -> dict[str, Any]:
    """Run the tests in a run of ours, beside a thread that never gets its turn."""
    calls.TURNS = calls.ROUNDS = MANY
    scene = Run(limit=MANY)
    scene.sources = Sources()
    scene.modules = {tests, "__main__"}
    scene.log = deque(maxlen=1)  # type: ignore[assignment]

    def main() -> dict[str, Any]:
        scene.add("other", lambda: None, daemon=True)
        return run(suite)

    record = scene.play(main)
    for error in record.errors.values():
        raise error
    found: dict[str, Any] = record.result
    return found


if __name__ == "__main__":
    mode, tests, *library = sys.argv[1:]
    warnings.simplefilter("ignore")
    shown, sys.stdout = sys.stdout, io.StringIO()
    try:
        suite = load(tests, [] if mode == "plain" else library or [tests])
        found = threaded(suite) if mode == "threaded" else run(suite)
    finally:
        sys.stdout = shown
    print(json.dumps(found), flush=True)
    os._exit(0)  # what the run kept alive may print when it is collected
