"""What one student reads of one exercise: promises, and each broken one in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from threadlings import grade, lesson
from threadlings.marks import Found, Judged
from threadlings.report.answer import Answer
from threadlings.report.replay import Replay, command
from threadlings.screen import WIDTH, page, plain, printed
from threadlings.texts import say
from threadlings.width import fill


class Broken(NamedTuple):
    """A broken promise in full; *reason* says why there is no picture."""

    message: str
    picture: str = ""
    output: str = ""
    reason: str = ""


class Line(NamedTuple):
    """A promise, its points in words, and what came of it: a key of the catalogue."""

    state: str
    sentence: str
    points: str
    broken: Broken | None = None


class Sheet(NamedTuple):
    """All that is said to a student, in the language that is spoken."""

    title: str
    student: str
    verdict: str
    score: str
    lines: list[Line]
    remarks: list[str]
    partly: bool  # points are not only for what is shown


def sheet(replay: Replay) -> Sheet:
    """What the author of the answer reads; nothing of it is about hidden promises."""
    answer = replay.answer
    result, exercise = answer.result, answer.exercise
    marked = result.score is not None and result.points
    score = _points(result.points, result.score) if marked else ""
    remarks = (_own_words(answer, text) for text in answer.remarks)
    return Sheet(
        title=f"{exercise.number} {lesson.title(exercise)}",
        student=result.student,
        verdict=result.verdict,
        score=score,
        lines=list(_lines(replay)),
        remarks=[text for text in remarks if not answer.tells(text)],
        partly=answer.worth_hidden,
    )


def _lines(replay: Replay) -> Iterator[Line]:
    answer = replay.answer
    said = lesson.promises(answer.exercise)
    for one in answer.promises:
        sentence = said.get(one.test) or one.sentence or one.test
        found = answer.findings.get(one.test)
        broken = _broken(replay, sentence, found) if found else None
        score = {True: one.points, False: 0, None: None}[one.kept]
        yield Line(_state(one), sentence, _points(one.points, score), broken)


def _state(one: Judged) -> str:
    return {True: "kept", False: "broken", None: "open"}[one.kept]


def _points(worth: int, score: int | None = None) -> str:
    """`2 points`, `1 of 2 points`."""
    key = "points" if score is None else "score"
    return say("sheet", f"{key}_1" if worth == 1 else key, points=worth, score=score)


def _broken(replay: Replay, promise: str, found: Found) -> Broken | None:
    """The replay; where there is none, what was said when it was graded.

    None where what was said would speak of a hidden promise: when one of them has ended
    the process, the next ones are told what it met.
    """
    answer, report = replay.answer, replay.reports.get(found.test)
    if report:
        text = page(report["finding"]["message"].strip())
        drawn, output = str(report.get("picture", "")), report["output"]
        lines = printed(output).partition("\n\n")[2] if output else ""
        told = Broken(text, drawn, lines)
    else:
        reason = say("sheet", f"why_{replay.why}") if found.order else ""
        told = Broken(_own_words(answer, found.message), reason=reason)
    if answer.tells("\n".join(told)):
        return None
    if not told.picture:  # the promise stands above it
        text = told.message.removeprefix(fill(promise, WIDTH, "  ") + "\n")
        return told._replace(message=text)
    return told


def _own_words(answer: Answer, text: str) -> str:
    """A stored message, with a student's command and path, not the teacher's."""
    file, exercise = answer.result.file, answer.exercise
    theirs = grade.again(exercise, Path(file))
    text = text.strip().replace(theirs, command(answer))
    for name in (file, plain(file)):
        text = text.replace(name, f"{exercise.number}/{exercise.module}.py")
    return page(text)
