"""The page of the class: who has which mark, and what to talk about next week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from threadlings.kit import Exercise
from threadlings.marks import ERROR, REVIEW, UNGRADED, VERDICTS, Result
from threadlings.report.pages import render
from threadlings.report.summary import kinds, spread, summary, totals
from threadlings.screen import plain
from threadlings.texts import speaking

UNKNOWN = "not recorded"


class Cell(NamedTuple):
    """One result in the table, and where its page is."""

    result: Result
    link: str


def overview(
    results: Sequence[Result], exercises: Iterable[Exercise], homes: Mapping[str, str]
) -> str:
    """The page, for the teacher; the pages of students are in their *homes*."""
    cells: dict[str, dict[str, Cell]] = {student: {} for student in homes}
    for one in results:
        link = quote(f"{homes[one.student]}/{one.exercise}.html")
        cells[one.student][one.exercise] = Cell(one, link)
    known = totals(results)
    with speaking("en"):
        return render(
            "index.html",
            order=VERDICTS,
            cells=cells,
            answers=len(results),
            totals=known,
            spread=spread([one.score for one in known.values()]),
            summaries=[
                summary(one, [r for r in results if r.exercise == one.number])
                for one in exercises
            ],
            kinds=kinds(results),
            verdicts=Counter(one.verdict for one in results),
            odd=[one for one in results if one.flags or one.verdict in (REVIEW, ERROR)],
            ungraded=[one for one in results if one.verdict == UNGRADED],
            isolation=Counter(
                plain(one.isolation) or UNKNOWN for one in results
            ).most_common(),
        )
