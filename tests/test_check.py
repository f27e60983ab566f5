"""The kit proves itself: what is wrong with an exercise is said, and nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kits
import pytest

from threadlings import check, fate, kit, tidy, version
from threadlings.check import Known, Trial, matched
from threadlings.cli import main
from threadlings.kit import Exercise
from threadlings.marks import Report

HIDDEN = "@every_order(hidden=True)\ndef test_one"


@pytest.fixture
def one(tmp_path: Path) -> Exercise:
    """The only exercise of a tiny kit that is in order."""
    return kits.tiny(tmp_path)


# ── files ────────────────────────────────────────────────────────────────────
def test_an_exercise_in_order_is_in_order(one: Exercise) -> None:
    """There is nothing to say about it."""
    assert list(tidy.problems(one)) == []
    assert list(tidy.loose(one.root, [one])) == []


def rewrite(old: str, new: str) -> Callable[[Exercise], object]:
    """Changes a few words of the README."""

    def change(one: Exercise) -> None:
        file = one.folder / "README.md"
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    return change


def put(name: str, text: str = "") -> Callable[[Exercise], object]:
    """Leaves a file in the kit."""
    return lambda one: (one.root / name).write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda one: one.solution.unlink(), "solutions/02/counter.py is missing"),
        (lambda one: one.stub.unlink(), "exercises/02/counter.py is missing"),
        (put("exercises/02/notes.txt"), "exercises/02/notes.txt is not expected"),
        (put("solutions/02/more.py"), "solutions/02/more.py is not expected"),
        (put("graders/02/test_more.py"), "graders/02/test_more.py is not expected"),
        (put("tests/answers/02/odd.py"), "tests/answers/02/odd.py is not expected"),
        (put("tests/answers/02/right/x.txt"), "right/x.txt is no answer"),
        (
            lambda one: (one.answers / "right" / "lock_0.py").unlink(),
            "tests/answers/02/right has 3 answers; at least 4",
        ),
        (
            lambda one: (one.answers / "wrong" / "none_0.py").unlink(),
            "tests/answers/02/wrong has 9 answers; at least 10",
        ),
        (rewrite("**Idea.**", "Idea:"), "no paragraph that begins with **Idea.**"),
        (rewrite("One is one.", "1 is 1."), 'lacks under "Done when": One is one.'),
        (put("graders/02/reasons.json", '{"ko": {"odd": "이상해요"}}'), "in ko: odd"),
        (
            put("graders/02/reasons.json", '{"ko": {"{a} odd": "{b}"}}'),
            "'{b}' puts in other values than '{a} odd'",
        ),
        (rewrite("One is one.", "1 is 1."), "promises what no test does: 1 is 1."),
        (rewrite("3. Which?\n", ""), "has 2 hints; there are always 3"),
        (rewrite("Not here:", "Not:"), 'no paragraph that begins with "Not here: "'),
        (
            rewrite(
                "- One is one.\n- Ann's and Bob's both\n  count.",
                "- Ann's and Bob's both count.\n- One is one.",
            ),
            "in another order than the grader",
        ),
    ],
)
def test_each_rule_is_told_by_name(one: Exercise, spoil: Any, words: str) -> None:
    """A problem names the file and the rule that it breaks."""
    spoil(one)

    assert [text for text in tidy.problems(one) if words in text]


def test_a_folder_without_a_grader_is_found(one: Exercise) -> None:
    """An exercise that nobody grades lies around."""
    (one.root / "exercises" / "77").mkdir()

    assert list(tidy.loose(one.root, [one])) == [
        "exercises/77 belongs to no grader",
    ]


def test_what_was_left_to_fill_in_is_told(one: Exercise) -> None:
    """A form that `new` has made is no exercise before its places are filled in."""
    text = one.solution.read_text("utf-8")
    one.solution.write_text(
        f"# <<Why?>>\n{text}# <<Where\n# from?>>\nx = 1 << 2 >> 1\n"
    )

    assert list(tidy.unwritten(one)) == [
        "solutions/02/counter.py has to be filled in: <<Why?>>, and 1 more"
    ]


def test_a_hidden_promise_stands_in_no_readme(one: Exercise) -> None:
    """It is judged like all others, and its sentence is nobody's to read."""
    text = one.grader.read_text("utf-8")
    one.grader.write_text(text.replace("@every_order\ndef test_one", HIDDEN), "utf-8")
    (told,) = tidy.problems(one)

    assert told.endswith("README.md promises what no test does: One is one.")


# ── fates ────────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("kinds", "where"),
    [
        ([], "no"),
        (["leak"], "no"),
        (["race"], "first"),
        (["race", "leak"], "first"),
        (["leak", "race"], "later"),
    ],
)
def test_the_kind_of_a_wrong_answer_may_come_later(
    kinds: list[str], where: str
) -> None:
    """The first finding counts, or failing that any other."""
    assert matched("race", kinds) == where


def line(test: str, kind: str = "", **more: Any) -> Report:
    """A report."""
    finding = {"kind": kind, "message": "words", "order": "default"}
    return {"test": test, "output": "", "finding": finding if kind else None, **more}


def said(one: Exercise, role: str, *reports: Report, kind: str = "") -> list[str]:
    """What is wrong when a file of *role* fares like this."""
    file = Known(one, one.stub, role, kind)
    return list(check.problems(Trial(file, (*reports, {"end": len(reports)}))))


KEPT = (line("test_one"), line("test_two_at_once"))
BROKEN = (line("test_one"), line("test_two_at_once", "race"))
DEAD = (line("test_one"), fate.report("test_two_at_once", "", fate.Fate("time"), ""))


def test_a_file_that_fares_as_it_should_is_no_problem(one: Exercise) -> None:
    """Stubs and wrong answers fail, solutions and right ones pass."""
    assert said(one, "stub", *BROKEN) == []
    assert said(one, "wrong", *BROKEN, kind="race") == []
    assert said(one, "solution", *KEPT) == []
    assert said(one, "right", *KEPT) == []
    assert said(one, "wrong", *DEAD, kind="gave-up") == []


def test_a_file_that_fares_otherwise_is_a_problem(one: Exercise) -> None:
    """The words say what was expected and what was found."""
    assert said(one, "stub", *KEPT) == ["should fail, and passes"]
    assert said(one, "solution", *BROKEN) == ["should pass, and this came: race"]
    assert said(one, "right", *BROKEN) == ["should pass, and this came: race"]
    assert said(one, "wrong", *BROKEN, kind="leak") == [
        "should fail as leak, and this was found: race"
    ]
    assert said(one, "wrong", *KEPT, kind="leak") == [
        "should fail as leak, and this was found: pass"
    ]


@pytest.mark.parametrize("role", ["stub", "solution", "right", "wrong"])
def test_a_file_without_a_verdict_is_a_problem(one: Exercise, role: str) -> None:
    """A stub that hangs does not count as one that fails."""
    (words,) = said(one, role, *DEAD)

    assert words.startswith("has no verdict: ")


def test_a_solution_is_silent(one: Exercise) -> None:
    """What a solution prints is a problem."""
    loud = (line("test_one", output="hello"), KEPT[1])

    assert said(one, "solution", *loud) == ["prints something; a solution is silent"]
    assert said(one, "right", *loud) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# race: two read at once\n", "race"),
        ("# too-parallel: two where one may be\n", "too-parallel"),
        ("# rase: two read at once\n", ""),
        ("# race:\n", ""),
        ("race: two read at once\n", ""),
        ("", ""),
    ],
)
def test_the_first_line_of_a_wrong_answer_is_its_kind(
    tmp_path: Path, text: str, kind: str
) -> None:
    """`# KIND: sentence`, with a kind that there is."""
    file = tmp_path / "wrong.py"
    file.write_text(text)

    assert check.first_kind(file) == kind


# ── the command ──────────────────────────────────────────────────────────────
def test_a_kit_in_order_is_checked_in_one_line(
    one: Exercise, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Nothing but a summary and the slowest is printed; the lines have no times."""
    file = tmp_path / "checked.jsonl"
    status = main(["--kit", str(one.root), "check", "--jsonl", str(file)])
    printed = capsys.readouterr().out.splitlines()
    lines = [json.loads(text) for text in file.read_text().splitlines()]

    assert status == 0
    assert printed[0].startswith("1 exercise, 16 files, 0 problems, ")
    assert printed[1] == "slowest:"
    assert len(printed) == 2 + check.SLOWEST
    assert [line["file"] for line in lines] == sorted(line["file"] for line in lines)
    first = lines[0]
    assert len(first.pop("kit")) == version.DIGITS
    assert first == {
        **{"exercise": "02", "file": "exercises/02/counter.py"},
        **{"content": hashlib.sha256(kits.STUB.encode()).hexdigest()},
        **{"expectation": "fail", "verdict": "fail", "kinds": ["race"], "matched": ""},
    }


def test_what_is_wrong_is_printed_and_told_by_the_status(
    one: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each problem, with its file."""
    one.solution.write_text(kits.STUB)
    (one.answers / "wrong" / "none_1.py").write_text(f"# leak: no\n{kits.STUB}")
    status = main(["--kit", str(one.root), "check", "2"])
    printed = capsys.readouterr().out

    assert status == 1
    assert "solutions/02/counter.py should pass, and this came: race\n" in printed
    assert "wrong/none_1.py should fail as leak, and this was found: race" in printed
    assert ", 2 problems, " in printed


def test_an_exercise_that_is_not_there_is_wrong_use(
    one: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    """A near name is suggested."""
    assert main(["--kit", str(one.root), "check", "countre"]) == 2
    assert "did you mean counter?" in capsys.readouterr().err
    assert [found.number for found in kit.exercises(one.root)] == ["02"]


def test_an_exercise_that_is_too_new_is_left_out_with_a_reason(
    one: Exercise, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made up for it: each command says which Python it needs."""
    one.grader.write_text(f"SINCE = (3, 99)\n{one.grader.read_text()}")
    reason = "02 counter needs Python 3.99 or later"
    command = ["--kit", str(one.root)]
    said = []
    for asked in (
        ["check", "2"],
        ["check", "--mutants"],
        ["grade", str(one.solution)],
        ["show", str(one.solution)],
    ):
        said.append(main([*command, *asked]))
        printed = capsys.readouterr()
        assert reason in " ".join((printed.out + printed.err).split())

    assert said == [0, 0, 1, 2]
