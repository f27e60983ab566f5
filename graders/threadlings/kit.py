"""Where the exercises are, and what belongs to each of them."""

from __future__ import annotations

import ast
import difflib
from dataclasses import dataclass
from pathlib import Path

from threadlings.garbage import uncollected

HERE = Path(__file__).resolve().parent


class KitError(Exception):
    """Something of the kit is not where it has to be; the text says what to do."""


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
    def promises(self) -> dict[str, str]:
        """What its grader promises: a sentence for each test, in their order."""
        return {
            node.name: " ".join((ast.get_docstring(node) or "").split())
            for node in self._tree().body
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        }

    @property
    def reasons(self) -> list[str]:
        """What its grader's asserts say; the {expressions} are as they stand there."""
        return [
            "".join(map(_template, getattr(node.msg, "values", [node.msg])))
            for node in ast.walk(self._tree())
            if isinstance(node, ast.Assert) and node.msg
        ]

    def _tree(self) -> ast.Module:
        with uncollected():
            return ast.parse(self.grader.read_bytes(), str(self.grader))


def _template(part: ast.AST) -> str:
    """A piece of a sentence, or the place where a value goes."""
    if isinstance(part, ast.Constant):
        return str(part.value)
    value = part.value if isinstance(part, ast.FormattedValue) else part
    return f"{{{ast.unparse(value)}}}"


def root(start: Path | None = None) -> Path:
    """The kit's folder: the nearest one above *start*, else the installed one.

    Raises KitError where there is none.
    """
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents, HERE.parents[1], HERE / "data"):
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


def submitted(path: Path, one: Exercise) -> Path:
    """The file of *one* that is handed in at *path*, a file or a folder."""
    if path.is_dir():
        for folder in (path, path / one.number):
            if (folder / f"{one.module}.py").is_file():
                return folder / f"{one.module}.py"
        return path / one.number / f"{one.module}.py"
    return path
