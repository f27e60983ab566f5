"""What an export is made of: results, people, the names of the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from threadlings.books.roster import Person
from threadlings.marks import Result


@dataclass(frozen=True)
class Book:
    """One result for each student and exercise, and what the systems know them by.

    *people* are by the names of their folders, *titles* by the numbers of exercises.
    *around* is what the system that asks says about itself, as environment variables.
    """

    results: Sequence[Result]
    people: Mapping[str, Person] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    around: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def students(self) -> list[str]:
        """Everybody of whom there is a result, in the order of their names."""
        return sorted({one.student for one in self.results})

    @cached_property
    def exercises(self) -> list[str]:
        """Every exercise of which there is a result."""
        return sorted({one.exercise for one in self.results})

    @cached_property
    def _known(self) -> dict[tuple[str, str], Result]:
        return {(one.student, one.exercise): one for one in self.results}

    def of(self, student: str) -> list[Result | None]:
        """What *student* has got, in the order of the exercises."""
        return [self._known.get((student, number)) for number in self.exercises]

    def person(self, student: str) -> Person:
        """What the roster says of *student*; else nothing but the name."""
        return self.people.get(student) or Person(student)

    def title(self, exercise: str) -> str:
        """What the column of *exercise* is called."""
        return self.titles.get(exercise, f"Exercise {exercise}")

    def points(self, exercise: str) -> int:
        """How many points there are to be had in *exercise*."""
        return self._points[exercise]

    @cached_property
    def _points(self) -> dict[str, int]:
        most: dict[str, int] = {}
        for one in self.results:
            most[one.exercise] = max(one.points, most.get(one.exercise, 0))
        return most


def as_csv(rows: Iterable[Iterable[object]]) -> str:
    """*rows* as text that any spreadsheet reads, one line each."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
