"""What a grader's asserts saw is plain data, and judged where no submission is."""

from __future__ import annotations

import ast
import json
import textwrap
from collections import Counter, OrderedDict, deque
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from threadlings import judge, kit, observe, worker
from threadlings.observe import literal


class Liar(int):
    """A number that says what one wants to hear."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class Always:
    """An object that is equal to everything, in everything, and true."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = object.__hash__


class Honest:
    """An object like any other."""


class Disguise(type):
    """A class of classes that would like to be something else."""

    def __instancecheck__(cls, thing: object) -> bool:
        return True

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        return "int"


class Hidden(metaclass=Disguise):
    """An object that hides behind its class."""

    __eq__ = Always.__eq__
    __hash__ = object.__hash__


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "1"),
        (True, "True"),
        (None, "None"),
        ("a", "'a'"),
        (b"a", "b'a'"),
        (1.5, "1.5"),
        ([1, (2,), {3}, {"k": [4]}], "[1, (2,), {3}, {'k': [4]}]"),
        (deque([1]), "[1]"),
        (OrderedDict(a=1), "{'a': 1}"),
        (Liar(2), "2"),
        ([Liar(2)], "[2]"),
        (Always(), "<Always>"),
        ([Always()], "<Always>"),
        (Hidden(), "<Hidden>"),
        (Honest(), None),
        (float("nan"), None),
        (Counter(a=0), None),
        (Decimal(1), None),
        ({1: 2}.values(), None),
        ("x" * 9_999, None),
    ],
)
def test_a_value_is_written_as_what_it_is(value: object, text: str | None) -> None:
    """Plain data is a literal, by its base type; who speaks for itself is named."""
    assert literal(value) == text


def test_what_holds_itself_has_no_literal() -> None:
    """A list in itself is not written down."""
    endless: list[Any] = []
    endless.append(endless)

    assert literal(endless) is None


GRADER = '''
"""Promises."""


def helper(value):
    assert value < 9, "too many"


def test_one(submission):
    """One."""
    helper(submission.value)
    with submission.room:
        assert 0 <= submission.value == 2, f"it is {submission.value}"
    for number in submission.numbers:
        assert number in (1, 2)
    assert not submission.wrong
'''


class Room:
    """A submission, as far as it matters here."""

    room = property(lambda self: self)
    wrong: tuple[int, ...] = ()

    def __init__(self, value: Any, numbers: tuple[Any, ...]) -> None:
        self.value, self.numbers = value, numbers

    def __enter__(self) -> None:
        """Come in."""

    def __exit__(self, *_: object) -> None:
        """Go out."""


@pytest.fixture
def grader(tmp_path: Path) -> Iterator[Any]:
    """A grader, loaded as a worker loads it, and its file."""
    folder = tmp_path / "graders" / "01"
    folder.mkdir(parents=True)
    file = folder / "test_it.py"
    file.write_text(textwrap.dedent(GRADER), "utf-8")
    yield worker.load_grader(file)
    observe.begin()


def told(notes: observe.Notes) -> Any:
    """What the notes say, after a journey as JSON."""
    return json.loads(json.dumps(notes.told()))


def due(grader: Any) -> list[int]:
    """The lines of the asserts that no run can pass by."""
    exercise = kit.of_grader(Path(grader.__file__))
    return exercise.due["test_one"]


def test_asserts_tell_what_they_compare(grader: Any) -> None:
    """Every operand of every assert is noted, and whoever comes to the end counts."""
    notes = observe.begin()
    for _ in range(3):
        grader.test_one(Room(2, (1, 1)))

    assert told(notes) == {
        "ended": 3,
        "sites": [
            [6, ["<"], ["2", "9"], 3],
            [13, ["<=", "=="], ["0", "2", "2"], 3],
            [15, ["in"], ["1", "(1, 2)"], 6],
            [16, ["truth"], ["True"], 3],
        ],
        "more": [],
    }
    assert due(grader) == [13, 16]


def test_of_too_many_values_the_number_is_told(grader: Any) -> None:
    """What is sent stays small, and every assert is counted."""
    notes = observe.begin()
    for number in range(observe.MOST + 5):
        notes.saw(7, ("==",), (number, number))

    assert len(told(notes)["sites"]) == observe.MOST
    assert told(notes)["more"] == [[7, 5]]


def kept(evidence: Any) -> dict[str, Any]:
    """A report that says that the promise was kept."""
    covered = {"kind": "complete", "runs": 3, "traces": 3, "preemptions": 0}
    facts = {"test": "test_one", "promise": "One.", "finding": None}
    return {**facts, "coverage": covered, "evidence": evidence}


def weighed(grader: Any, *rooms: Room) -> dict[str, Any]:
    """What comes of the promise when these were its runs."""
    notes = observe.begin()
    for room in rooms:
        grader.test_one(room)
    return judge.weigh(kept(told(notes)), due(grader))


def test_what_is_right_is_kept(grader: Any) -> None:
    """Evidence that holds leaves the report as it is."""
    assert weighed(grader, Room(2, (1,)), Room(2, ()))["finding"] is None


def test_a_number_that_lies_is_found_out(grader: Any) -> None:
    """It is its value that counts, and not what it says that it is equal to."""
    found = weighed(grader, Room(Liar(5), ()))["finding"]

    assert (found["kind"], found["order"]) == ("wrong-result", "default")
    assert "5 == 2" in found["message"]


def test_who_is_equal_to_plain_data_is_looked_at(grader: Any) -> None:
    """An object's own word is no proof: somebody has to look."""
    notes = observe.begin()
    grader.test_one(Room(2, (Always(),)))
    reports = list(judge.judged([kept(told(notes))], {"test_one": due(grader)}))

    assert reports[0]["finding"] is None
    assert reports[1] == {"flag": "<Always> says that it is in (1, 2)"}


@pytest.mark.parametrize(
    "evidence",
    [
        None,
        [],
        {},
        {"ended": 0, "sites": [], "more": []},
        {"ended": 1, "sites": [], "more": []},
        {"ended": "1", "sites": [], "more": []},
        {"ended": 1, "sites": [[13, ["=="], ["1"], 1]], "more": []},
        {"ended": 1, "sites": [[13, ["=="], ["1", "open('x')"], 1]], "more": []},
        {"ended": 1, "sites": [[13, ["=="], ["1", "(" * 999], 1]], "more": []},
        {"ended": 2, "sites": [[13, ["=="], ["1", "1"], 1]], "more": [[16, 2]]},
        {"ended": 1, "sites": [[13, ["~"], ["1", "1"], 1]], "more": [[16, 1]]},
        {"ended": 1, "sites": [[13, ["<"], ["1", "'a'"], 1]], "more": [[16, 1]]},
    ],
)
def test_without_evidence_nothing_is_kept(grader: Any, evidence: Any) -> None:
    """What is missing, has no form or is too little is an error, and no pass."""
    found = judge.weigh(kept(evidence), due(grader))["finding"]

    assert (found["kind"], found["order"]) == ("crash", "")


def test_every_promise_of_the_kit_can_be_weighed() -> None:
    """All asserts of the graders that pytest rewrites are found again."""
    for exercise in kit.exercises(kit.root(Path(__file__))):
        tree = ast.parse(exercise.grader.read_bytes())
        asserts = sum(isinstance(node, ast.Assert) for node in ast.walk(tree))
        observe_tree = worker.rewritten(exercise.grader)
        calls = [
            node
            for node in ast.walk(observe_tree)
            if isinstance(node, ast.Name) and node.id == "@saw"
        ]
        assert len(calls) == asserts, exercise.number
