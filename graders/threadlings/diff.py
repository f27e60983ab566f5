"""What has changed from one journal to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from rich import box
from rich.table import Table
from rich.text import Text

from threadlings import journal
from threadlings.marks import Result
from threadlings.screen import console, count, plain, say

K = TypeVar("K")
V = TypeVar("V")


def differences(
    old: Mapping[K, V], new: Mapping[K, V]
) -> dict[K, tuple[V | None, V | None]]:
    """What each key had and has, where that differs; None: it was or is not there."""
    return {
        key: (old.get(key), new.get(key))
        for key in {**old, **new}
        if old.get(key) != new.get(key)
    }


class Worth(NamedTuple):
    """What a student has got for an exercise."""

    verdict: str
    kind: str
    score: int | None
    points: int
    mark: str

    def __str__(self) -> str:
        """The verdict, and what it is worth where it is a mark."""
        words = f"{self.verdict} {self.kind}".strip()
        if self.score is None:
            return words
        late = "" if self.mark == f"{self.score}" else f", late: {self.mark}"
        return f"{words} ({self.score} of {self.points}{late})"


def worth(results: Iterable[Result]) -> dict[journal.Key, Worth]:
    """What everybody has got for each exercise."""
    return {
        journal.key(one): Worth(
            one.verdict, one.kind, one.score, one.points, str(one.mark)
        )
        for one in results
    }


def run(old: Path, new: Path) -> int:
    """Print what differs between two journals; the exit status."""
    before, after = worth(journal.read(old)), worth(journal.read(new))
    found = differences(before, after)
    table = Table("student", "no", "was", "is", box=box.SIMPLE_HEAD, pad_edge=False)
    for (student, exercise), (was, now) in sorted(found.items()):
        cells = (plain(student), exercise, str(was or "none"), str(now or "none"))
        table.add_row(*map(Text, cells))
    if found:
        console().print(table)
    how = Counter(
        "came" if was is None else "went" if now is None else "changed"
        for was, now in found.values()
    )
    parts = [f"{how[key]} {key}" for key in ("changed", "came", "went")]
    same = len(after) - how["changed"] - how["came"]
    say(f"{', '.join(parts)}, {count(same, 'result')} the same")
    return 1 if found else 0
