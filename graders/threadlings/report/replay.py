"""Failing orders, made once more: in the language of the reader, and with pictures.

Nothing of a submission is loaded here: a replay is graded as it was graded before, in a
process of its own, for its broken promises only.  It searches once more instead of
following the order that is known: that takes as many runs, and says the same of how it
was found.  What comes is compared with what was said then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from threadlings import case, grade, intake, judge, marks
from threadlings.fence import NONE, fence
from threadlings.marks import Found, Report
from threadlings.report.answer import Answer
from threadlings.supervise import Start, supervise
from threadlings.texts import speaking

MISSING, CHANGED, DIFFERS, LOST = "missing", "changed", "differs", "lost"
"""Why what is shown is what was said when it was graded, and no picture."""


@dataclass
class Replay:
    """The reports of an answer's broken promises, by test; or why there are none."""

    answer: Answer
    reports: dict[str, Report] = field(default_factory=dict)
    why: str = ""
    beside: tuple[Path, ...] = ()  # what its file was graded with


def command(answer: Answer) -> str:
    """How its author runs the exercise."""
    return f"pytest exercises/{answer.exercise.number}"


def broken(answer: Answer) -> dict[str, Found]:
    """The findings that can be replayed: what has no order was no run."""
    return {test: one for test, one in answer.findings.items() if one.order}


def replays(
    answers: Sequence[Answer], *, together: int, patience: float, isolation: str = NONE
) -> Iterator[Replay]:
    """A replay of each of *answers*, those with nothing to replay first.

    So many are at work *together*; *patience* is how long each may be silent, and
    *isolation* what contains them.
    """
    waiting: dict[str, list[Replay]] = {}
    for answer in answers:
        replay = Replay(answer)
        if broken(answer):
            _find(replay)
        if replay.why or not broken(answer):
            yield replay
        else:
            waiting.setdefault(answer.language, []).append(replay)
    for language, some in waiting.items():
        graders = {replay.answer.exercise.grader for replay in some}
        with speaking(language), fence(isolation, graders) as own:
            yield from _played(some, together, patience, own.start)


def _find(replay: Replay) -> None:
    """Find the files as they were graded, or what keeps them from being tried again."""
    answer = replay.answer
    alone = intake.hand_in("", answer.exercise, answer.file)
    if alone.verdict:
        replay.why = LOST if answer.exercise.too_new else MISSING
        return
    was = answer.result.content
    replay.why = CHANGED
    for one in (intake.accompanied(alone), alone):  # a class, or single files
        try:
            now = case.of(one).content
        except OSError:
            replay.why = MISSING
            return
        if not was or now == was:
            replay.beside, replay.why = one.beside, ""
            return


def _played(
    some: Sequence[Replay], together: int, patience: float, start: Start
) -> Iterator[Replay]:
    """Each of them, when it is known; whatever happens, none is left out."""
    waiting = {str(number): replay for number, replay in enumerate(some)}
    heard: dict[str, list[Report]] = {number: [] for number in waiting}
    jobs = [_job(number, replay) for number, replay in waiting.items()]
    for report in _heard(jobs, together, patience, start):
        number = report["job"]
        heard[number].append(report)
        if "end" in report:
            yield _checked(waiting.pop(number), heard.pop(number))
    for number, replay in waiting.items():
        yield _checked(replay, heard[number])


def _heard(
    jobs: list[Report], together: int, patience: float, start: Start
) -> Iterator[Report]:
    """The reports, as far as the supervisor lives to tell them."""
    with suppress(Exception):
        yield from supervise(
            jobs, patience=patience, together=together, alone=True, start=start
        )


def _job(number: str, replay: Replay) -> Report:
    answer = replay.answer
    return {
        **grade.job(number, answer.exercise, answer.file, replay.beside),
        "tests": list(broken(answer)),
        "again": command(answer),
        "picture": True,
    }


def _checked(replay: Replay, reports: Sequence[Report]) -> Replay:
    """With those of *reports* that say what was said when it was graded."""
    judged = judge.judged(reports, replay.answer.exercise.due)
    known = {report["test"]: report for report in judged if "test" in report}
    for test, found in broken(replay.answer).items():
        report = known.get(test, {})
        why = _fault(found, report)
        if why:
            replay.why = why
        else:
            replay.reports[test] = report
    return replay


def _fault(found: Found, report: Report) -> str:
    """Why *report* is not shown in the place of what was *found*, or nothing."""
    if "finding" not in report or marks.died(report):
        return LOST
    finding = report["finding"]
    same = finding and (finding["kind"], finding["order"]) == (found.kind, found.order)
    return "" if same else DIFFERS
