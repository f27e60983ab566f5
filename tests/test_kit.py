"""The heart of the kit, as far as it can be seen: nothing is missing, nothing is odd.

Whether every exercise keeps its promise is for `threadlings check` to say, which tries
all files; tox has it do so with some of them on each Python.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from threadlings import kit, tidy
from threadlings.kit import Exercise

ROOT = kit.root(Path(__file__))
EXERCISES = kit.exercises(ROOT)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.number)
def test_files_and_words_are_in_order(exercise: Exercise) -> None:
    """The README promises what the grader does, and nothing lies around."""
    assert list(tidy.problems(exercise)) == []


def test_no_folder_is_without_a_grader() -> None:
    """What has a number has a grader."""
    assert EXERCISES
    assert list(tidy.loose(ROOT, EXERCISES)) == []
