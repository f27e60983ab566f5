"""Grade a class: what is the same only once, what is known not again, nothing twice."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from threadlings import case, grade, late, marks, texts, version
from threadlings.cache import Cache
from threadlings.case import Case, Engine
from threadlings.intake import HandIn, Intake
from threadlings.journal import Journal
from threadlings.kit import Exercise
from threadlings.late import Rules
from threadlings.live import Board
from threadlings.marks import Late, Result
from threadlings.screen import console, folded, say

CHANGED = "The file was changed while the class was being graded; grade it again."
LOST = "threadlings itself failed: it stopped before this was judged."


@dataclass(frozen=True)
class Known:
    """Where results are known from, and what is to be graded in spite of that."""

    journal: Journal | None = None
    cache: Cache | None = None
    isolation: str = "none"
    again: Collection[str] = ()  # numbers of exercises

    def written(self, one: HandIn, content: str) -> Result | None:
        """What the journal says of *one*, if it would be the same today.

        What is ungraded is no result, and tried again.
        """
        number = one.exercise.number
        found = self.journal.find(one.student, number) if self.journal else None
        if found is None or number in self.again or found.verdict == marks.UNGRADED:
            return None
        same = found.content == content and _edition(found) == edition(one.exercise)
        return found if same else None

    def kept(self, exercise: Exercise, key: str) -> Result | None:
        """What the cache says of a case."""
        if self.cache is None or exercise.number in self.again:
            return None
        return self.cache.get(*self._depends(exercise, key))

    def keep(self, exercise: Exercise, result: Result) -> None:
        """Let the cache know the *result* of a case."""
        if self.cache is not None:
            self.cache.put(result, *self._depends(exercise, result.student))

    def _depends(self, exercise: Exercise, key: str) -> tuple[str, ...]:
        return key, *edition(exercise), texts.spoken(), self.isolation


def edition(exercise: Exercise) -> tuple[str, str]:
    """Which kit and which Python grade an *exercise* here."""
    return version.of_kit(exercise), version.of_python()


def _edition(result: Result) -> tuple[str, str]:
    return result.kit, result.python


# ── results ──────────────────────────────────────────────────────────────────
@dataclass
class Group:
    """Those who handed in the same, which is graded once."""

    content: str
    members: list[HandIn] = field(default_factory=list)


def results(
    handed_in: Iterable[HandIn], engine: Engine, known: Known
) -> Generator[Result, None, None]:
    """A result for each of *handed_in*, as they are known; none is lost.

    Files are read twice, so that their contents need not be kept: first to find out
    which are the same, and again when it is their turn.
    """
    groups: dict[str, Group] = {}
    for one in handed_in:
        found = _at_once(one, known, groups)
        if found is not None:
            yield found
    for key in list(groups):
        kept = known.kept(groups[key].members[0].exercise, key)
        if kept is not None:
            yield from _for_all(kept, groups.pop(key), known)
    changed: list[Result] = []
    for result in engine(_cases(groups, changed, known)):
        group = groups.pop(result.student)
        known.keep(group.members[0].exercise, result)
        yield from _for_all(result, group, known)
    yield from changed
    for group in groups.values():
        for one in group.members:
            yield _unjudged(one, LOST, known, group.content)


def _at_once(one: HandIn, known: Known, groups: dict[str, Group]) -> Result | None:
    """The result that needs no grading; else *one* joins those who did the same."""
    if one.verdict:
        return _dated(grade.unjudged(one), one.exercise, known)
    try:
        found = case.of(one)
    except OSError as error:
        words = f"The file can't be read: {error.strerror or error}."
        return _unjudged(one, words, known)
    written = known.written(one, found.content)
    if written is None:
        groups.setdefault(found.key, Group(found.content)).members.append(one)
        return None
    return case.own(written, one)


def _cases(
    groups: dict[str, Group], changed: list[Result], known: Known
) -> Iterator[Case]:
    """What to grade, one by one; who has *changed* the file meanwhile is told so."""
    for key, group in list(groups.items()):
        for one in list(group.members):
            with contextlib.suppress(OSError):
                found = case.of(one)
                if found.key == key:
                    yield found
                    break
            group.members.remove(one)
            changed.append(_unjudged(one, CHANGED, known))


def _for_all(result: Result, group: Group, known: Known) -> Iterator[Result]:
    """The *result* of a case, for each who handed it in."""
    for one in group.members:
        said = replace(case.own(result, one), content=group.content)
        yield _dated(said, one.exercise, known)


def _unjudged(one: HandIn, words: str, known: Known, content: str = "") -> Result:
    said = grade.unjudged(replace(one, verdict=marks.UNGRADED, words=words))
    return _dated(replace(said, content=content), one.exercise, known)


def _dated(result: Result, exercise: Exercise, known: Known) -> Result:
    kit, python = edition(exercise)
    how = result.isolation or known.isolation  # on a cluster, each worker's own
    return replace(result, kit=kit, python=python, isolation=how)


# ── the command ──────────────────────────────────────────────────────────────
def run(
    intake: Intake,
    engine: Engine,
    known: Known,
    *,
    rules: Rules | None = None,
    table: Path | None = None,
) -> int:
    """Grade *intake*, write the files, print the table; the exit status."""
    done: list[Result] = []
    shared: dict[object, Any] = {}
    with contextlib.ExitStack() as stack:
        sheet = stack.enter_context(marks.fresh(table)) if table else None
        board = stack.enter_context(Board(len(intake.handed_in)))
        each = stack.enter_context(
            contextlib.closing(results(intake.handed_in, engine, known))
        )
        try:
            for one in each:
                one = replace(one, late=_late(rules, one) if rules else None)
                if known.journal:
                    known.journal.write(one)
                done.append(_brief(one, shared))
                board.add(one)
        finally:
            if sheet:
                marks.write_csv(sheet, grade.in_order(done))
            if len(done) < len(intake.handed_in):
                stack.callback(say, _broken_off(board, known), error=True)
    screen = console()
    for part in grade.tables(done):
        screen.print(part)
    for text in (*grade.reasons(done), *map(folded, intake.notes)):
        say(text)
    say(grade.summary(done))
    return 0 if all(one.verdict == marks.PASS for one in done) else 1


def _late(rules: Rules, one: Result) -> Late | None:
    """What is taken off for when the file was handed in, if it was."""
    with contextlib.suppress(OSError):
        time = late.modified(os.lstat(one.file).st_mtime_ns)
        return rules.late(one.student, one.exercise, time)
    return None


def _brief(one: Result, shared: dict[object, Any]) -> Result:
    """What the tables say of a result; the rest may be long, and is in the journal.

    Most students make the same mistakes: what is equal is in memory once.
    """
    findings = tuple(replace(found, message=found.brief) for found in one.findings)
    return replace(
        one,
        findings=shared.setdefault(findings, findings),
        promises=shared.setdefault(one.promises, one.promises),
        coverage=shared.setdefault(str(one.coverage), one.coverage),
    )


def _broken_off(board: Board, known: Known) -> str:
    """What is known when a batch is broken off, and how it goes on."""
    if known.journal is None:
        return f"{board.text}; the rest is not known"
    return f"{board.text}; the same command with --resume goes on from here"
