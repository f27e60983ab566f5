"""What a student may see of a result: nothing about the promises that are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from threadlings.marks import Judged, Result
from threadlings.screen import page, plain
from threadlings.texts import say


@dataclass(frozen=True)
class Line:
    """One promise, or all hidden ones together, and what came of it."""

    name: str
    text: str
    kept: bool | None
    score: int
    points: int
    kind: str = ""
    message: str = ""


def lines(result: Result) -> list[Line]:
    """A line for each promise that is not hidden, and one for all that are.

    Their points add up to those of the result.
    """
    shown = [_line(one, result) for one in result.promises if not one.hidden]
    hidden = [one for one in result.promises if one.hidden]
    return [*shown, _together(hidden)] if hidden else shown


def _line(one: Judged, result: Result) -> Line:
    found = [each for each in result.findings if each.test == one.test]
    return Line(
        plain(one.test),
        plain(one.sentence or one.test),
        one.kept,
        *(one.points if one.kept else 0, one.points),
        plain(found[0].kind) if found else "",
        "\n\n".join(page(each.message) for each in found),
    )


def _together(hidden: Sequence[Judged]) -> Line:
    kept = [one.kept for one in hidden]
    every = None if None in kept and False not in kept else all(kept)
    score = sum(one.points for one in hidden if one.kept)
    points = sum(one.points for one in hidden)
    return Line("not_shown", say("books", "not_shown"), every, score, points)


def late(result: Result) -> str:
    """What was taken off because the answer came late, for the student, or nothing."""
    if result.late is None or result.score is None:
        return ""
    facts = {"percent": result.late.percent, "score": result.score}
    return say("books", "late", mark=result.mark, **facts)


def reason(result: Result) -> str:
    """Why there is no mark, for the student; nothing where there is one.

    What was found is told as far as it names no hidden promise.
    """
    if result.score is not None:
        return ""
    shown = {"", *(one.test for one in result.promises if not one.hidden)}
    secret = [one.test for one in result.promises if one.hidden]
    told = [
        page(one.message)
        for one in result.findings
        if one.test in shown and not any(name in one.message for name in secret)
    ]
    return "\n\n".join([say("books", result.verdict), *told])
