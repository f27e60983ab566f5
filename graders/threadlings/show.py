"""Explain one answer: every broken promise in full, every kept one in a line."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from threadlings import lesson
from threadlings.grade import job
from threadlings.kit import Exercise, KitError
from threadlings.marks import Report
from threadlings.picture import page as page_of
from threadlings.screen import WIDTH, count, page, plain, printed, say
from threadlings.supervise import supervise
from threadlings.texts import say as words
from threadlings.width import fill, size


def chosen(exercise: Exercise, name: str | None) -> list[str] | None:
    """The tests of *exercise* with *name* in their name; None: all of them.

    Raises KitError with near names.
    """
    if name is None:
        return None
    names = list(exercise.promises)
    found = [test for test in names if name in test]
    if not found:
        near = difflib.get_close_matches(name, names, 3, 0.4) or names
        text = (
            f"{exercise.number} has no test {name!r}; did you mean {' or '.join(near)}?"
        )
        raise KitError(text)
    return found


def run(
    exercise: Exercise,
    file: Path,
    *,
    test: str | None = None,
    order: str | None = None,
    html: Path | None = None,
    patience: float,
) -> int:
    """Show what comes of *file*; the exit status.

    An *order* is replayed with every test that can follow it.  Into the file *html*
    goes a picture of every failing order.
    """
    wanted = {
        **job("shown", exercise, file),
        "tests": chosen(exercise, test),
        "order": order,
        "picture": html is not None,
    }
    promises = wanted["tests"] or list(exercise.promises)
    reports = []
    for report in supervise([wanted], patience=patience, alone=True):
        reports.append(report)
        if "finding" in report:
            say(told(report))
    if html is not None:
        sections = [report["picture"] for report in reports if report.get("picture")]
        title = f"{exercise.number} {lesson.title(exercise)}: {plain(file.name)}"
        html.write_text(page_of(title, sections), "utf-8")
        say(f"{html}: {count(len(sections), 'picture')}")
    refused = [report["refused"] for report in reports if "refused" in report]
    if refused and len(refused) == len(promises):
        raise KitError(plain(refused[0]))
    return status(promises, reports)


def status(promises: Sequence[str], reports: Sequence[Report]) -> int:
    """0 when nothing that was heard is wrong and every promise was heard of."""
    heard = [report for report in reports if "finding" in report or "refused" in report]
    broken = any(report.get("finding") for report in heard)
    return int(broken or len(heard) != len(promises))


def told(report: Report) -> str:
    """A broken promise in full, with what the run printed; a kept one in a line."""
    finding = report["finding"]
    if finding is None:
        kept = words("told", "kept")
        indent = " " * (size(kept) + 2)
        promise = fill(f"{kept}  {report['promise']}", WIDTH, indent)
        return page(f"{promise}\n{indent}{report['coverage']['sentence']}")
    text = page(f"\n{finding['message'].strip()}\n")
    return f"{text}\n{printed(report['output'])}" if report["output"] else text
