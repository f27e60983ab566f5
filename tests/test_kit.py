"""The heart of the kit: every exercise keeps its promise, on this Python."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from threadlings import ask, check, kit, tidy
from threadlings.kit import Exercise
from threadlings.supervise import PATIENCE

ROOT = kit.root(Path(__file__))
EXERCISES = kit.exercises(ROOT)
QUARTER = 4
pytestmark = pytest.mark.timeout(600)


def part(exercise: Exercise) -> list[check.Known]:
    """The stub, the solution and a quarter of the answers: on each Python another one.

    `threadlings check` tries them all.
    """
    stub, solution, *answers = check.known(exercise)
    return [stub, solution, *answers[sys.version_info.minor % QUARTER :: QUARTER]]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.number)
def test_known_answers_fare_as_they_should(exercise: Exercise) -> None:
    """The stub fails, the solution passes in silence, and each answer as it says."""
    if exercise.too_new:
        pytest.skip(exercise.too_new)
    files = part(exercise)
    together = ask.processors()
    trials = list(check.trials(files, together=together, patience=PATIENCE))
    problems = [
        f"{trial.known.name} {text}"
        for trial in sorted(trials, key=lambda trial: trial.known.name)
        for text in check.problems(trial)
    ]

    assert problems == []
    assert len(trials) == len(files)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda one: one.number)
def test_files_and_words_are_in_order(exercise: Exercise) -> None:
    """The README promises what the grader does, and nothing lies around."""
    assert list(tidy.problems(exercise)) == []


def test_no_folder_is_without_a_grader() -> None:
    """What has a number has a grader."""
    assert EXERCISES
    assert list(tidy.loose(ROOT, EXERCISES)) == []
