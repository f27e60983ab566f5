"""What is hidden is cut out of a grader, and all the rest stays as it is written."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import kits
import pytest

from threadlings import kit, lesson, redact
from threadlings.kit import Exercise, KitError

ROOT = kit.root(Path(__file__))
GRADER = '''"""box: nothing is lost."""

import itertools  # nobody has used it yet

from threadlings import blame, every_order, seen, together

BOTH = 3  # used by both
# How many are tried behind the scenes.
SECRET = BOTH + 1
UNUSED = 5


def both(number):
    """Used by both."""
    return number + BOTH


# Only the hidden promise asks for this,
# and nobody else.
def spies(number):
    size = both(number)

    def inner():
        return SECRET + size

    return inner


class Box:
    room = BOTH


@every_order
def test_shown(submission):
    """One is one."""
    spied = seen = 1  # names of its own
    assert both(spied) == seen, f"{spied} is not {seen}"


# ── behind the scenes ──
@every_order(
    points=3,
    hidden=True,
)
def test_behind(submission):
    """Two are two, as nobody knows."""
    together(ann=spies(2))
    with blame("late"):
        assert seen(), f"secretly {spies(1)}"


@every_order(points=2)
def test_last(submission):
    """The last is the last."""
    assert Box.room  # and a comment
'''
CUT = '''"""box: nothing is lost."""

import itertools  # nobody has used it yet

from threadlings import every_order

BOTH = 3  # used by both
UNUSED = 5


def both(number):
    """Used by both."""
    return number + BOTH


class Box:
    room = BOTH


@every_order
def test_shown(submission):
    """One is one."""
    spied = seen = 1  # names of its own
    assert both(spied) == seen, f"{spied} is not {seen}"


@every_order(points=2)
def test_last(submission):
    """The last is the last."""
    assert Box.room  # and a comment
'''


@pytest.fixture
def one(tmp_path: Path) -> Exercise:
    """An exercise with a hidden promise."""
    made = kits.tiny(tmp_path)
    made.grader.write_text(GRADER, "utf-8")
    reasons = {"{spied} is not {seen}": "a", "secretly {spies(1)}": "b"}
    think = {"race": "Who?", "late": "When?"}
    for name, said in (
        ("reasons.json", {"ko": reasons}),
        ("think.json", {"en": think}),
    ):
        made.grader.with_name(name).write_text(json.dumps(said), "utf-8")
    return made


def test_what_only_the_hidden_promise_uses_goes_with_it() -> None:
    """Helpers, constants, imported names, comments above; the rest stays as it is."""
    assert redact.without(GRADER, ["test_behind"]) == CUT


def test_what_nobody_uses_stays() -> None:
    """Nothing is tidied up by the way: with nothing hidden, nothing changes."""
    assert redact.without(GRADER, []) == GRADER


def test_the_last_and_the_first_can_go() -> None:
    """No gap is left at either end."""
    assert redact.without("import a\nB = a\n\n\ndef c():\n    B\n", ["c"]) == "\n"
    assert redact.without("A = 1\n\n\ndef c():\n    A\n\n\nB = 1\n", ["c"]) == "B = 1\n"


def test_a_long_import_stays_within_the_lines() -> None:
    """What is left of an import is written as the formatter would write it."""
    names = [f"some_rather_long_name_{number}" for number in range(4)]
    text = f"from here import {', '.join(names)}, other\n\n\ndef f():\n    other\n"

    assert redact.without(text, ["f"]) == "\n".join(
        ["from here import (", *(f"    {name}," for name in names), ")", ""]
    )


def test_two_statements_on_a_line_are_refused() -> None:
    """What can't be cut by lines is said, and not guessed."""
    with pytest.raises(KitError, match="line 1 has two statements, and one has to go"):
        redact.without("A = 1; B = 2\n\n\ndef f():\n    A\n", ["f"])


def test_the_catalogues_lose_the_same(one: Exercise) -> None:
    """Reasons and questions that belong to nothing else are gone."""
    files = redact.files(one)

    assert files[one.grader.name] == CUT
    assert json.loads(files["reasons.json"]) == {"ko": {"{spied} is not {seen}": "a"}}
    assert json.loads(files["think.json"]) == {"en": {"race": "Who?"}}


def test_what_would_tell_is_known(one: Exercise) -> None:
    """The name, the sentence, and what its asserts say."""
    assert redact.secrets(one) == [
        "test_behind",
        "Two are two, as nobody knows.",
        "secretly {spies(1)}",
    ]


def test_what_is_shown_is_translated_though_something_is_hidden(one: Exercise) -> None:
    """The sentences of a README are given to the promises that are in it."""
    said = lesson._promises(one, "ko")

    assert said["test_behind"] == "Two are two, as nobody knows."
    assert said["test_last"] == "Ann과 Bob의 것이 모두 세어져요."


@pytest.mark.parametrize("one", kit.exercises(ROOT), ids=lambda one: one.number)
def test_a_promise_of_the_kit_could_be_hidden(one: Exercise) -> None:
    """What is left is the same code, but for imports, and the other promises."""
    text = one.grader.read_text("utf-8")
    *others, last = one.promises
    left = ast.parse(redact.without(text, [last])).body
    whole = {ast.dump(node) for node in ast.parse(text).body}
    names = [getattr(node, "name", "") for node in left]
    code = [node for node in left if not isinstance(node, redact.IMPORTS)]

    assert [name for name in names if name.startswith("test_")] == others
    assert all(ast.dump(node) in whole for node in code)
