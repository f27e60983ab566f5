"""What was tried for the promises of an exercise, and how far that reaches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from threadlings.texts import say

NO_MARK = ("gave-up", "refused")  # kinds that say nothing about the submission

Told = list[dict[str, Any]]
"""What each promise of an exercise has told about itself."""


def line(told: Told) -> str:
    """One line about all of them."""
    return ", ".join(parts(told))


def parts(told: Told) -> Iterator[str]:
    """How many promises were kept, in how many orders, and how far that reaches."""
    kept = [one for one in told if one["kind"] == "kept"]
    yield many("kept" if len(kept) == len(told) else "some", len(told), kept=len(kept))
    lost = sum(one["kind"] in NO_MARK for one in told)
    if lost:
        yield many("lost", lost)
    if kept:
        yield many("orders", sum(one["orders"] for one in kept))
        yield reach(kept)


def reach(kept: Told) -> str:
    """What can be said of all *kept* promises together: the least of each."""
    kinds = {one["coverage"] for one in kept}
    if "sampled" in kinds:
        return say("tried", "sample")
    if "bounded" not in kinds:
        return say("tried", "all")
    most = min(one["switches"] for one in kept if one["coverage"] == "bounded")
    return many("switches", most)


def many(key: str, number: int, **words: int) -> str:
    """A sentence with a number in it, which may have a form of its own for that one."""
    return say("tried", f"{key}_{number}", key, number=number, **words)
