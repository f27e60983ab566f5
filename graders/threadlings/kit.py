"""Where the exercises are, and what belongs to each of them."""

from __future__ import annotations

import ast
import difflib
import functools
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from threadlings.garbage import uncollected
from threadlings.texts import say

HERE = Path(__file__).resolve().parent
DATA = HERE / "data"  # of an installed package: the exercises and their graders


class KitError(Exception):
    """Something of the kit is not where it has to be; the text says what to do."""


@dataclass(frozen=True)
class Promise:
    """One test of a grader: its name, what it promises, what it is worth."""

    test: str
    sentence: str
    points: int = 1
    hidden: bool = False  # from students


@dataclass(frozen=True)
class Exercise:
    """One exercise of the kit at *root*."""

    root: Path
    number: str  # "03"
    module: str  # "bounded_buffer"

    @property
    def folder(self) -> Path:
        """Where its text and its stub are."""
        return self.root / "exercises" / self.number

    @property
    def stub(self) -> Path:
        """The file that a student fills in."""
        return self.folder / f"{self.module}.py"

    @property
    def solution(self) -> Path:
        """The kit's own answer."""
        return self.root / "solutions" / self.number / f"{self.module}.py"

    @property
    def grader(self) -> Path:
        """The tests that judge any answer."""
        return self.root / "graders" / self.number / f"test_{self.module}.py"

    @property
    def answers(self) -> Path:
        """Known answers, in the folders `right` and `wrong`."""
        return self.root / "tests" / "answers" / self.number

    @property
    def terms(self) -> tuple[Promise, ...]:
        """What its grader promises, in the order of its tests."""
        return tuple(
            _promise(node)
            for node in self._tree().body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        )

    @property
    def promises(self) -> dict[str, str]:
        """A sentence for each test of its grader, in their order."""
        return {one.test: one.sentence for one in self.terms}

    @property
    def due(self) -> dict[str, list[int]]:
        """For each test, the lines of the asserts that no run of it can pass by."""
        return {
            test.name: [node.lineno for node in _straight(test.body)]
            for test in self._tree().body
            if isinstance(test, ast.FunctionDef)
        }

    @property
    def cast(self) -> frozenset[str]:
        """The names that its grader gives to threads."""
        return frozenset(
            word.arg
            for node in ast.walk(self._tree())
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "together"
            for word in node.keywords
            if word.arg
        )

    @property
    def reasons(self) -> list[str]:
        """What its grader's asserts say; the {expressions} are as they stand there."""
        return reasons(self._tree())

    @property
    def too_new(self) -> str:
        """Why this Python can't try it, in words; empty where it can.

        The first Python that has what an exercise is about stands in its grader, as
        `SINCE = (3, 11)`.
        """
        since = next(filter(None, map(_since, self._tree().body)), ())
        if sys.version_info >= since:
            return ""
        facts = {"since": _dotted(since), "here": _dotted(sys.version_info[:2])}
        return say("told", "too_new", number=self.number, module=self.module, **facts)

    def _tree(self) -> ast.Module:
        return _parsed(self.grader.read_bytes(), str(self.grader))


@functools.lru_cache(maxsize=128)  # asked for every file that was handed in
def _parsed(text: bytes, name: str) -> ast.Module:
    with uncollected():
        return ast.parse(text, name)


def _promise(node: ast.FunctionDef) -> Promise:
    """What a test promises; its worth stands in its decorator, written out."""
    worth = {
        word.arg: ast.literal_eval(word.value)
        for mark in node.decorator_list
        for word in getattr(mark, "keywords", ())
        if word.arg in ("points", "hidden")
    }
    sentence = " ".join((ast.get_docstring(node) or "").split())
    return Promise(node.name, sentence, **worth)


def _straight(body: Sequence[ast.stmt]) -> Iterator[ast.Assert]:
    for node in body:
        if isinstance(node, ast.Assert):
            yield node
        elif isinstance(node, ast.With):
            yield from _straight(node.body)


def reasons(tree: ast.Module) -> list[str]:
    """What the asserts of a grader say; the {expressions} are as they stand there."""
    return [
        "".join(map(_template, getattr(node.msg, "values", [node.msg])))
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert) and node.msg
    ]


def _template(part: ast.AST) -> str:
    """A piece of a sentence, or the place where a value goes."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    return f"{{{ast.unparse(value)}}}"


def _since(node: ast.stmt) -> tuple[int, ...]:
    """The value of a `SINCE = …`; empty for all other statements."""
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SINCE":
        return tuple(ast.literal_eval(node.value))
    return ()


def _dotted(version: Sequence[int]) -> str:
    return ".".join(map(str, version))


def root(start: Path | None = None) -> Path:
    """The kit's folder: the nearest one above *start*, else the installed one.

    Raises KitError where there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, HERE.parents[1], DATA):
        if (folder / "exercises").is_dir() and (folder / "graders").is_dir():
            return folder
    raise KitError(
        f"there is no kit at {start}: no folder with exercises/ and graders/"
    )


def exercises(at: Path) -> list[Exercise]:
    """All exercises of the kit at *at*, by number."""
    found = []
    for grader in sorted((at / "graders").glob("[0-9][0-9]/test_*.py")):
        found.append(
            Exercise(at, grader.parent.name, grader.stem.removeprefix("test_"))
        )
    return found


def of_grader(grader: Path) -> Exercise:
    """The exercise that the file *grader* judges."""
    path = grader.absolute()
    at = path.parents[min(2, len(path.parents) - 1)]
    return Exercise(at, path.parent.name, path.stem.removeprefix("test_"))


def of_folder(folder: Path) -> Exercise | None:
    """The exercise that is done in *folder*, which is named by its number.

    Its grader is in the kit around the folder.  Where there is none, the folder was
    laid out for a student, and the installed kit has it; then the stub tells whose it
    is, as others may have folders with numbers, too.
    """
    around = folder.parents[1]
    for at in (around, HERE.parents[1], DATA):
        for grader in (at / "graders" / folder.name).glob("test_*.py"):
            one = of_grader(grader)
            if at == around or (folder / one.stub.name).is_file():
                return one
    return None


def exercise(at: Path, name: str) -> Exercise:
    """The exercise called *name*: "03", "3" or "bounded_buffer".

    Raises KitError with the nearest names.
    """
    every = exercises(at)
    for one in every:
        if name in (one.number, one.number.lstrip("0"), one.module):
            return one
    names = [n for one in every for n in (one.number, one.module)]
    near = difflib.get_close_matches(name, names, 3)
    hint = f" (did you mean {' or '.join(near)}?)" if near else ""
    numbers = ", ".join(one.number for one in every)
    raise KitError(f"there is no exercise {name!r}{hint}; there are {numbers}")


def chosen(at: Path, names: Iterable[str]) -> tuple[list[Exercise], list[str]]:
    """The exercises with these *names*, or all, and why some of them are left out."""
    every = [exercise(at, name) for name in names] or exercises(at)
    reasons = {one: one.too_new for one in every}
    fit = [one for one in every if not reasons[one]]
    return fit, [reasons[one] for one in every if reasons[one]]


def submitted(path: Path, one: Exercise) -> Path:
    """The file of *one* that is handed in at *path*, a file or a folder."""
    if path.is_dir():
        for folder in (path, path / one.number):
            if (folder / f"{one.module}.py").is_file():
                return folder / f"{one.module}.py"
        return path / one.number / f"{one.module}.py"
    return path
