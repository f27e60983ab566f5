"""How far the search of each promise reaches on the kit's own solutions, as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from rich import box
from rich.table import Table

from threadlings.screen import count

KINDS = ("complete", "bounded", "sampled")


def label(covered: dict[str, Any]) -> str:
    """What may be said of a promise that was kept: three claims, never mixed."""
    kind: str = covered["kind"]
    bound = f" {covered['preemptions']}" if kind == "bounded" else ""
    return f"{kind.upper()}{bound}"


def table(found: Iterable[tuple[str, str, dict[str, Any]]]) -> Table:
    """A row for each exercise's number, test and coverage."""
    made = Table("no", "promise", "coverage", box=box.SIMPLE_HEAD, pad_edge=False)
    made.add_column("orders", justify="right")
    last = ""
    for number, test, covered in found:
        name = test.removeprefix("test_").replace("_", " ")
        shown = number if number != last else ""
        made.add_row(shown, name, label(covered), f"{covered['runs']:,}")
        last = number
    return made


def summary(kinds: Iterable[str]) -> Iterator[str]:
    """How many promises have which coverage."""
    counts = Counter(kinds)
    total = sum(counts.values())
    yield count(total, "promise")
    for kind in KINDS:
        if counts[kind]:
            yield f"{counts[kind]} {kind} ({counts[kind] / total:.0%})"
