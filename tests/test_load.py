"""A submission is loaded anew for every run, with stand-ins for what it imports."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from threadlings.core import Run
from threadlings.load import LoadError, MissingName, RefusedImport, Source


def loaded(text: str, folder: Path, use: Callable[[ModuleType], Any]) -> Any:
    """What *use* gives for the module of *text*, in a run."""
    path = folder / "answer.py"
    path.write_text(text, "utf-8")
    return used(Source(path), use)


def used(source: Source, use: Callable[[ModuleType], Any]) -> Any:
    """What *use* gives for the module of *source*, in a run."""
    run = Run()
    record = run.play(lambda: use(source.load(run)))
    for error in record.errors.values():
        raise error
    return record.result


def test_every_run_has_a_module_of_its_own(tmp_path: Path) -> None:
    """What one run leaves in a module, the next one does not see."""
    path = tmp_path / "answer.py"
    path.write_text("seen = []\ndef add():\n    seen.append(1)\n    return len(seen)\n")
    source = Source(path)

    assert [used(source, lambda module: module.add()) for _ in range(3)] == [1, 1, 1]


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """A thousand runs compile one text, even if the file changes meanwhile."""
    path = tmp_path / "answer.py"
    path.write_text("x = 1\n")
    source = Source(path)
    path.write_text("x = 2\n")

    assert used(source, lambda module: module.x) == 1


def test_random_begins_anew(tmp_path: Path) -> None:
    """The module `random` gives the same numbers in every run."""
    text = "import random\ndef roll(): return random.random()\n"
    rolls = {loaded(text, tmp_path, lambda module: module.roll()) for _ in range(2)}

    assert rolls == {random.Random(0).random()}


@pytest.mark.parametrize("name", ["threading", "queue", "time"])
def test_stand_ins_answer_imports(name: str, tmp_path: Path) -> None:
    """The submission gets ours, however it asks; the process keeps the real ones."""
    text = f"import {name}\nimport {name} as again\nassert {name} is again\n"
    module = loaded(text, tmp_path, lambda module: getattr(module, name))

    assert module is not sys.modules[name]
    assert type(module).__module__ == "threadlings.sync"
    assert module.__doc__ == sys.modules[name].__doc__  # it does not say what it is


def test_a_name_without_a_stand_in_is_said_so(tmp_path: Path) -> None:
    """What we can't schedule yet is refused by its name, not handed out."""
    text = "import threading\nthreading.setprofile(None)\n"

    with pytest.raises(AttributeError, match=r"no stand-in for threading\.setprofile"):
        loaded(text, tmp_path, lambda module: None)


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import multiprocessing.shared_memory",
        "import queue.nothing",
        "__import__('_thread')",
    ],
)
def test_what_can_not_be_scheduled_is_refused(line: str, tmp_path: Path) -> None:
    """Real threads and processes stay out of a run."""
    with pytest.raises(RefusedImport, match="under its scheduler") as error:
        loaded(line, tmp_path, lambda module: None)

    assert str(error.value.name) in line


def test_a_neighbour_is_loaded_as_the_submission_is(tmp_path: Path) -> None:
    """A second file beside the first is rewritten, too, and loaded once in a run."""
    (tmp_path / "helper.py").write_text("import threading\nbox = []\n")
    text = "import helper\nfrom helper import box, threading\n"
    module = loaded(text, tmp_path, lambda module: module)

    assert module.helper.box is module.box
    assert module.threading is not sys.modules["threading"]
    assert "helper" not in sys.modules


def test_a_neighbour_hides_no_standard_module(tmp_path: Path) -> None:
    """A file called like one of the library's modules is not taken for it."""
    (tmp_path / "json.py").write_text("1 / 0\n")

    assert loaded("import json\n", tmp_path, lambda m: m.json) is sys.modules["json"]


def test_nothing_stays_in_sys_modules(tmp_path: Path) -> None:
    """A submission called like a module of the process does not replace it."""
    path = tmp_path / "pytest.py"
    path.write_text("x = 1\n")

    assert used(Source(path), lambda module: module.x) == 1
    assert sys.modules["pytest"] is pytest


def test_dataclasses_and_annotations_work(tmp_path: Path) -> None:
    """Modules that look their class's module up find it while it loads."""
    text = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass Point:\n    x: int = 1\n"
    )

    assert loaded(text, tmp_path, lambda module: module.Point().x) == 1


def test_a_missing_name_says_what_there_is(tmp_path: Path) -> None:
    """A name is missed with those that are there instead."""
    with pytest.raises(MissingName) as error:
        loaded("b = a = 1\n_c = 2\n", tmp_path, lambda module: module.d)

    assert str(error.value) == "answer.py has no d; it has a, b"


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """The path and the reason."""
    with pytest.raises(LoadError) as error:
        Source(tmp_path / "answer.py")

    assert str(tmp_path / "answer.py") in str(error.value)
    assert os.strerror(2) in str(error.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [("x = 1\nx = = 2\n", 2), ("def f():\nx = 1\n", 2)],
)
def test_an_error_knows_its_line(text: str, line: int, tmp_path: Path) -> None:
    """Who shows a syntax error can point at it."""
    path = tmp_path / "answer.py"
    path.write_text(text)

    with pytest.raises(LoadError) as error:
        Source(path)

    assert error.value.line == line


def test_other_encodings_are_read_as_declared(tmp_path: Path) -> None:
    """A declared encoding is Python's own business, and works."""
    path = tmp_path / "answer.py"
    path.write_bytes("# coding: latin-1\nx = 'é'\n".encode("latin-1"))

    assert used(Source(path), lambda module: module.x) == "é"
