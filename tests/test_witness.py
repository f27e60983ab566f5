"""Whoever reaches for the grader leaves a trace, and whoever does not leaves none."""

from __future__ import annotations

import ast
import textwrap
from pathlib import Path
from typing import Any

import pytest

from threadlings import grade, kit, marks
from threadlings.intake import HandIn
from threadlings.witness import odd

ROOT = kit.root(Path(__file__))
COUNTER = kit.exercise(ROOT, "02")
RIGHT = COUNTER.solution.read_text("utf-8")
pytestmark = pytest.mark.timeout(120)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("f.__globals__", "uses __globals__"),
        ("getattr(f, '__code__')", "says '__code__'"),
        ("error.__traceback__.tb_frame", "uses tb_frame"),
        ("import sys\nsys.modules['json']", "uses sys.modules"),
        ("from sys import modules", "imports sys.modules"),
        ("from sys import _getframe as f", "imports sys._getframe"),
        ("eval('1')", "uses eval"),
        ("__import__('sys')", "uses __import__"),
        ("print.__self__", "uses __self__"),
        ("def compile(x): ...\ncompile(1)", ""),
        ("import re\nre.compile('a')", ""),
        ("self.modules = [1]", ""),
        ("self.__dict__ = shared", "uses self.__dict__"),
        ("f.__defaults__", "uses __defaults__"),
        ("from collections import UserList", "imports collections.UserList"),
        ("from dataclasses import dataclass\n@dataclass\nclass A:\n  x: int", ""),
        ("'the __globals__ of a function'", ""),
        ("if __name__ == '__main__': print(__doc__)", ""),
        ("super().__init__(); type(self).__name__; self.__dict__", ""),
    ],
)
def test_a_source_is_read_before_it_is_run(source: str, words: str) -> None:
    """Names that lead to the one who runs a program are told; no others are."""
    assert [text for text, _ in odd(ast.parse(source))] == [words] * bool(words)


def graded(folder: Path, *prefix: str) -> marks.Result:
    """What comes of the right counter with something before it."""
    file = folder / "counter.py"
    lines = "\n".join(map(textwrap.dedent, prefix))
    text = RIGHT.replace("import threading\n", f"import threading\n{lines}\n", 1)
    file.write_text(text, "utf-8")
    (result,) = grade.grade([HandIn("ann", COUNTER, file)], together=1, patience=20)
    return result


@pytest.mark.parametrize(
    ("prefix", "flag"),
    [
        ("import importlib\nimportlib.import_module('json')", "imports importlib"),
        ("import builtins", "imports builtins"),
        ("import _pytest", "imports _pytest"),
        ("import sys\nsys._getframe()", "sys._getframe (line"),
        ("import inspect\ninspect.currentframe()", "sys._getframe (line"),
        ("import sys\nsys.settrace(None)", "sys.settrace (line"),
        ("import gc\ngc.get_objects()", "gc.get_objects"),
        ("open(__file__).close()", "open '"),
        ("import pathlib\npathlib.Path(__file__).read_text()", "open '"),
        ("import tempfile\ntempfile.mkdtemp()", "os.mkdir '"),
        (
            "n = '_' * 2\ngetattr(print, n + 'self' + n)",
            "asks for __self__ by name",
        ),
        (
            """
            try:
                raise ValueError
            except ValueError as error:
                getattr(error.__traceback__, 'tb_' + 'frame')
            """,
            "object.__getattr__ 'tb_frame' (line",
        ),
        (
            """
            import sys
            here = getattr(sys, 'modu' + 'les')
            here['threadlings.trial'].Trial.search = lambda self: None
            """,
            "changes threadlings.trial.Trial.search",
        ),
        (
            """
            import sys
            here = getattr(sys, 'modu' + 'les')['threadlings.observe'].Notes
            here.saw = here.end = lambda *_: None
            """,
            "changes threadlings.observe.Notes.saw",
        ),
        (
            """
            import json
            json.dumps = print
            """,
            "changes json.dumps",
        ),
        (
            """
            import types
            types.FunctionType(Exception.__init__.__class__, {}) if 0 else None
            (lambda: 0).__code__ = (lambda: 1).__code__
            """,
            "object.__setattr__ '__code__'",
        ),
    ],
)
def test_a_trace_is_told_and_leads_to_somebody(
    tmp_path: Path, prefix: str, flag: str
) -> None:
    """A right answer with a trace is no pass by itself: it is for somebody to see."""
    result = graded(tmp_path, prefix)

    assert any(flag in one for one in result.flags), result.flags
    assert result.verdict in ("review", "fail", "error")
    assert result.score is None or result.verdict == "fail"


@pytest.mark.parametrize(
    "prefix",
    [
        "import sys\nprint('hello', file=sys.stderr)",
        "import os\nCORES = os.cpu_count()",
        "import gc\ngc.collect()",
        "import inspect\ninspect.iscoroutinefunction(print)",
        "import logging\nlogging.getLogger(__name__).warning('hello')",
        "import random\nrandom.random()",
        "from collections import namedtuple\nP = namedtuple('P', 'x y')",
        "import enum\nclass E(enum.Enum):\n    A = 1",
        "import functools\n@functools.wraps(print)\ndef f(): pass",
        "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n"
        "    traceback.print_exc()",
        "from typing import NamedTuple\nclass N(NamedTuple):\n    x: int = 0",
        "import uuid\nuuid.uuid4()",
        "import warnings\nwarnings.warn('hello')",
        "from zoneinfo import ZoneInfo",
        "import datetime\ndatetime.datetime.now()",
    ],
)
def test_who_does_nothing_odd_leaves_no_trace(tmp_path: Path, prefix: str) -> None:
    """The libraries' own doings are nobody's fault."""
    result = graded(tmp_path, prefix)

    assert (result.flags, result.verdict, result.score) == ((), "pass", result.points)


def test_a_module_of_ones_own_may_be_imported(tmp_path: Path) -> None:
    """What was handed in beside the module is part of the answer."""
    helper = tmp_path / "doors.py"
    helper.write_text("import threading\nmade = threading.Lock\n", "utf-8")
    file = tmp_path / "counter.py"
    file.write_text(f"import doors\n\n{RIGHT}", "utf-8")
    own = HandIn("ann", COUNTER, file, beside=(helper,))
    (result,) = grade.grade([own], together=1, patience=20)

    assert (result.flags, result.verdict) == ((), "pass")


def test_nobody_is_watched_at_home(tmp_path: Path) -> None:
    """A student's own pytest tells nothing of this: only graded files are watched."""
    job: dict[str, Any] = grade.job("x", COUNTER, COUNTER.solution)

    assert job["watched"] is True
