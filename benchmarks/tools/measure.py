"""What is measured of a tool; runs in that tool's own environment."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Collection
from typing import Any, NamedTuple

MOST = 2_500  # runs, after which a proof is given up
SEEDS = 3  # of a search by chance; their median counts


class Found(NamedTuple):
    """What came of an exploration."""

    runs: int
    failed: bool
    proof: bool  # nothing was left to try
    says: str = ""  # what is wrong, in the tool's words


Explore = Callable[[str, int, int | None], Found]
"""Explore a program by name, with at most so many runs: up to the first failure with
the seed given, or to the end where there is none."""


def tell(explore: Explore, names: Collection[str], wrong: Collection[str]) -> None:
    """Measure the programs with these *names*, of which some can go *wrong*.

    Prints one line of JSON.
    """
    seconds = float(sys.argv[1])
    found = {name: measured(explore, name, seconds, name in wrong) for name in names}
    print(json.dumps(found))


def measured(
    explore: Explore, name: str, seconds: float, wrong: bool
) -> dict[str, Any]:
    """Runs per second of the processor, runs to the first failure and to the proof."""
    whole = explore(name, MOST, None)
    runs, began = 0, time.process_time()
    while time.process_time() < began + seconds:
        runs += explore(name, min(MOST, 500), None).runs
    rate = runs / (time.process_time() - began)
    firsts, says = [], ""
    for seed in range(SEEDS if wrong else 0):
        found = explore(name, MOST, seed)
        firsts.append(found.runs if found.failed else MOST + 1)
        says = says or found.says
    first = statistics.median(firsts) if firsts else MOST + 1
    return {
        "rate": rate,
        "first": first if first <= MOST else None,
        "says": says,
        "proof": whole.runs if whole.proof else None,
    }
