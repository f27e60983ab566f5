"""Explain one answer: every broken promise in full, every kept one in a line."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from threadlings import kit, lesson
from threadlings.grade import job
from threadlings.kit import Exercise, KitError
from threadlings.marks import Report
from threadlings.picture import as_text, framed
from threadlings.picture import page as page_of
from threadlings.screen import WIDTH, count, page, plain, printed, say
from threadlings.supervise import PATIENCE, supervise
from threadlings.texts import say as words
from threadlings.width import fill, size


def chosen(exercise: Exercise, name: str | None) -> list[str] | None:
    """The test of *exercise* called *name*, else those with it in their name.

    None: all of them.  Raises KitError with near names.
    """
    if name is None:
        return None
    names = list(exercise.promises)
    found = [name] if name in names else [test for test in names if name in test]
    if not found:
        near = difflib.get_close_matches(name, names, 3, 0.4) or names
        text = (
            f"{exercise.number} has no test {name!r}; did you mean {' or '.join(near)}?"
        )
        raise KitError(text)
    return found


@dataclass
class Shown:
    """What has come of one answer.

    A terminal gets `text`, a browser `page`; a notebook shows the page by itself.
    """

    exercise: Exercise
    file: Path
    promises: Sequence[str]  # that were asked for
    reports: list[Report]

    def __str__(self) -> str:
        """Every broken promise in full, every kept one in a line."""
        return "\n".join(map(told, filter(heard, self.reports)))

    @property
    def page(self) -> str:
        """The same as HTML, with pictures of the failing orders."""
        title = f"{self.exercise.number} {lesson.title(self.exercise)}"
        parts = [
            report.get("picture") or as_text(told(report))
            for report in filter(heard, self.reports)
        ]
        return page_of(f"{title}: {plain(self.file.name)}", parts)

    def _repr_html_(self) -> str:
        """What Jupyter shows: in a frame, so that its styles stay there."""
        return framed(self.page)

    @property
    def pictures(self) -> int:
        """How many failing orders are drawn."""
        return sum(bool(report.get("picture")) for report in self.reports)

    @property
    def refused(self) -> str:
        """Why nothing could be shown, or nothing."""
        words = [report["refused"] for report in self.reports if "refused" in report]
        return plain(words[0]) if words and len(words) == len(self.promises) else ""

    @property
    def status(self) -> int:
        """0 when nothing that was heard is wrong and every promise was heard of."""
        told = [one for one in self.reports if heard(one) or "refused" in one]
        broken = any(report.get("finding") for report in told)
        return int(broken or len(told) != len(self.promises))


def heard(report: Report) -> bool:
    """Whether a report says what came of a promise."""
    return "finding" in report


def look(
    exercise: Exercise,
    file: Path,
    *,
    test: str | None = None,
    order: str | None = None,
    picture: bool = True,
    patience: float = PATIENCE,
    hear: Callable[[Report], object] | None = None,
) -> Shown:
    """Grade *file* and keep all that is said; *hear* gets each report as it comes.

    With *test*, only the promises with that in their names; with an *order*, no other
    one is tried.  Raises KitError where there is no such test.
    """
    wanted = {
        **job("shown", exercise, file),
        "tests": chosen(exercise, test),
        "order": order,
        "picture": picture,
    }
    shown = Shown(exercise, file, wanted["tests"] or list(exercise.promises), [])
    for report in supervise([wanted], patience=patience, alone=True):
        shown.reports.append(report)
        if hear is not None:
            hear(report)
    return shown


def show(
    exercise: str, file: str | Path, test: str | None = None, order: str | None = None
) -> Shown:
    """What comes of an answer, for a notebook: `show("03", "bounded_buffer.py")`.

    *exercise* is its number or name; *test* and *order* are as in `look`.  Raises
    KitError where there is no such exercise, file or test.
    """
    one = kit.exercise(kit.root(), exercise)
    found = kit.submitted(Path(file), one)
    if not found.is_file():
        raise KitError(f"there is no file {plain(str(found))}")
    if one.too_new:
        raise KitError(one.too_new)
    return look(one, found, test=test, order=order)


def run(exercise: Exercise, file: Path, *, html: Path | None, **asked: Any) -> int:
    """Show what comes of *file*, as `look` is *asked*; gives the exit status.

    Into the file *html* goes the same with a picture of every failing order.
    """
    shown = look(exercise, file, picture=html is not None, hear=_say, **asked)
    if html is not None:
        html.write_text(shown.page, "utf-8")
        say(f"{html}: {count(shown.pictures, 'picture')}")
    if shown.refused:
        raise KitError(shown.refused)
    return shown.status


def _say(report: Report) -> None:
    if heard(report):
        say(told(report))


def told(report: Report) -> str:
    """A broken promise in full, with what the run printed; a kept one in a line."""
    finding = report["finding"]
    if finding is None:
        kept = words("told", "kept")
        indent = " " * (size(kept) + 2)
        promise = fill(f"{kept}  {report['promise']}", WIDTH, indent)
        covered = fill(f"{indent}{report['coverage']['sentence']}", WIDTH, indent)
        return page(f"{promise}\n{covered}")
    text = page(f"\n{finding['message'].strip()}\n")
    return f"{text}\n{printed(report['output'])}" if report["output"] else text
