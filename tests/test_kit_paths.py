"""Where the kit and its exercises are found, and what is said when they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from threadlings import kit, lesson
from threadlings.kit import Exercise, KitError

ROOT = kit.root(Path(__file__))
NAMES = [one.number for one in kit.exercises(ROOT)]


def test_the_kit_is_found_from_anywhere_inside() -> None:
    """The nearest folder above that has exercises and graders is the kit."""
    assert Path(__file__).resolve().parents[1] == ROOT
    assert kit.root(ROOT / "exercises" / NAMES[0]) == ROOT


def test_outside_of_a_kit_the_installed_one_serves(tmp_path: Path) -> None:
    """A folder that has no kit above it has the one that the package came with."""
    found = kit.root(tmp_path)

    assert found in (ROOT, Path(kit.__file__).parent / "data")
    assert [one.number for one in kit.exercises(found)] == NAMES


def test_without_any_kit_it_is_said_what_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is none at all, the folders that are missed are named."""
    monkeypatch.setattr(kit, "HERE", tmp_path / "a" / "b")

    with pytest.raises(KitError, match="no folder with exercises/ and graders/"):
        kit.root(tmp_path)


def test_exercises_come_by_number() -> None:
    """There is one for every grader, in the order of the course."""
    assert sorted(NAMES) == NAMES
    assert len(set(NAMES)) == len(NAMES) > 0


@pytest.mark.parametrize("one", kit.exercises(ROOT), ids=NAMES)
def test_an_exercise_is_found_by_each_of_its_names(one: Exercise) -> None:
    """By its number, with and without the nought, and by its module."""
    for name in (one.number, one.number.lstrip("0"), one.module):
        assert kit.exercise(ROOT, name) == one


@pytest.mark.parametrize("one", kit.exercises(ROOT), ids=NAMES)
def test_everything_of_an_exercise_is_there(one: Exercise) -> None:
    """Stub, solution, grader and answers are where the kit says, with words."""
    for path in (one.stub, one.solution, one.grader, one.answers):
        assert path.exists()
    assert lesson.title(one)
    assert lesson.idea(one)
    assert all(one.promises.values())


def test_a_near_name_is_proposed() -> None:
    """Who mistypes is told what there is, the nearest first."""
    one = kit.exercises(ROOT)[0]

    with pytest.raises(KitError) as error:
        kit.exercise(ROOT, one.module[:-1])

    assert f"did you mean {one.module}" in str(error.value)
    assert str(error.value).endswith(f"there are {', '.join(NAMES)}")


def test_a_far_name_has_no_neighbour() -> None:
    """What is like nothing that there is gets no guess."""
    with pytest.raises(KitError, match=r"no exercise 'qqq'; there are"):
        kit.exercise(ROOT, "qqq")


@pytest.mark.parametrize(
    ("there", "given"),
    [
        ("{module}.py", ""),
        ("{number}/{module}.py", ""),
        ("anything.py", "anything.py"),
    ],
)
def test_a_hand_in_is_a_file_or_a_folder(
    there: str, given: str, tmp_path: Path
) -> None:
    """The file itself, the folder that it is in, or the one above by number."""
    one = kit.exercises(ROOT)[0]
    path = tmp_path / there.format(number=one.number, module=one.module)
    path.parent.mkdir(exist_ok=True)
    path.touch()

    assert kit.submitted(tmp_path / given, one) == path


def test_an_empty_folder_names_the_file_that_is_missing(tmp_path: Path) -> None:
    """What is not handed in is missed where the stub would be."""
    one = kit.exercises(ROOT)[0]

    missing = tmp_path / one.number / f"{one.module}.py"
    assert kit.submitted(tmp_path, one) == missing
