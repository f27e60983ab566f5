"""CPython's own tests of the language pass when their programs are rewritten.

They are those of the interpreter that is running; nothing of them is copied here.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import language
import pytest

SECONDS = 120  # more than any of these modules takes
GRAMMAR = (
    *("asyncgen", "augassign", "call", "class", "compare", "contains", "contextlib"),
    *("coroutines", "dataclasses", "decorators", "descr", "dictcomps", "except_star"),
    *("extcall", "fstring", "funcattrs", "generators", "genexps", "global", "grammar"),
    *("index", "isinstance", "iter", "keywordonlyarg", "listcomps", "metaclass"),
    *("named_expressions", "patma", "positional_only_arg", "property", "raise"),
    *("richcmp", "scope", "setcomps", "super", "type_aliases", "type_params"),
    *("typechecks", "unpack", "unpack_ex", "userlist", "with", "yield_from"),
)
BESIDE = (
    *("asyncgen", "augassign", "call", "class", "coroutines", "decorators", "extcall"),
    *("generators", "grammar", "listcomps", "named_expressions", "patma", "property"),
    *("scope", "super", "type_params", "unpack_ex", "with"),
)
LIBRARY = (
    *("bisect", "collections", "configparser", "contextlib", "copy", "dataclasses"),
    *("enum", "fractions", "functools", "heapq", "pprint", "textwrap", "typing"),
)


class Exempt(NamedTuple):
    """Tests that may fail, and why."""

    reason: str
    tests: tuple[str, ...]
    modes: tuple[str, ...] = ("threaded",)


EXEMPT = (
    Exempt(
        "a run keeps what rewritten code makes, so that its address stays its own",
        (
            *("ClassTests.testDel", "ScopeTests.testCellLeak", "ScopeTests.testLeaks"),
            *("FinalizationTest.", "__test__.coroutine", "__test__.refleaks"),
            *("__test__.weakref", "GeneratorCloseTest.test_close_releases"),
        ),
    ),
    Exempt(
        "the hooks' own frames are on the stack while native code is called",
        ("GeneratorStackTraceTest.",),
    ),
    Exempt(
        "a stand-in for a list's method has no fast way to be called from C",
        ("TestPEP590.test_vectorcall",),
    ),
    Exempt(
        "gives a program other built-in names, where the hooks are not",
        ("FunctionPropertiesTest.test___builtins__",),
        ("rewritten", "threaded"),
    ),
)


def results(mode: str, folder: Path, tests: str, *library: str) -> dict[str, str]:
    """Run a test module in a process of its own; what did not pass, and why."""
    done = subprocess.run(
        [sys.executable, language.__file__, mode, f"test.test_{tests}", *library],
        capture_output=True,
        text=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=SECONDS,
    )
    if done.returncode == language.MISSING:
        pytest.skip(f"this Python came without test.test_{tests}")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ran"] > 0
    failed: dict[str, str] = found["failed"]
    return failed


def is_exempt(test: str, mode: str) -> bool:
    """Whether *test* is on the list."""
    return any(
        mode in exempt.modes and f".{name}" in test
        for exempt in EXEMPT
        for name in exempt.tests
    )


def check(mode: str, folder: Path, tests: str, *library: str) -> None:
    """What fails rewritten has to fail as it is, or to be on the list."""
    failed = results(mode, folder, tests, *library)
    news = {test: why for test, why in failed.items() if not is_exempt(test, mode)}
    if news:
        before = results("plain", folder, tests)
        news = {test: why for test, why in news.items() if test not in before}

    assert not news, "\n\n".join(news.values())


@pytest.mark.parametrize("tests", GRAMMAR)
def test_the_language(tests: str, tmp_path: Path) -> None:
    """CPython's own tests of the language pass when they are rewritten."""
    check("rewritten", tmp_path, tests)


@pytest.mark.parametrize("tests", BESIDE)
def test_the_language_beside_a_thread(tests: str, tmp_path: Path) -> None:
    """They pass inside of a run, too, where every hook has something to announce."""
    check("threaded", tmp_path, tests)


@pytest.mark.parametrize("library", LIBRARY)
def test_the_library(library: str, tmp_path: Path) -> None:
    """Modules of the standard library pass CPython's tests when they are rewritten."""
    check("rewritten", tmp_path, library, library)
