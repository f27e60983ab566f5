"""Failures that were found by chance are told with few switches."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from programs import STUCK, ZOO, Playground, outcome

from threadlings.search import Follow, Sample, Search
from threadlings.sharing import Sharing
from threadlings.shorten import shorten

FAILING = [name for name, program in ZOO.items() if program.failing]


def fewest(playground: Playground, what: object) -> int:
    """The least number of forced switches that lead to an outcome."""
    search = Search(playground.once, preemptions=9, runs=5_000)
    return min(record.forced for record in search if outcome(record) == what)


@pytest.mark.parametrize("name", FAILING)
def test_a_failure_is_told_with_as_few_switches_as_it_needs(
    name: str, tmp_path: Path
) -> None:
    """Shortening a random failure of the zoo comes to the bound of the search."""
    playground = Playground(ZOO[name].text, tmp_path)
    sample = Sample(playground.once, Sharing(), 300)
    failed = [r for r in sample if r.errors or outcome(r) == STUCK]
    longest = max(failed, key=lambda record: record.forced)
    play = partial(playground.once, sharing=sample.sharing)

    short = shorten(longest.departures, play, lambda r: outcome(r) == outcome(longest))

    assert outcome(short) == outcome(longest)
    assert short.forced == fewest(playground, outcome(longest))


def test_what_is_told_can_be_replayed(tmp_path: Path) -> None:
    """The order of a shortened failure leads strictly to this very run."""
    program = ZOO[FAILING[0]]
    playground = Playground(program.text, tmp_path)
    sample = Sample(playground.once, Sharing(), 300)
    record = max(sample, key=lambda record: record.forced)
    play = partial(playground.once, sharing=sample.sharing)

    short = shorten(record.departures, play, lambda r: outcome(r) == outcome(record))
    follow = Follow(short.departures)
    again = playground.once(follow, sample.sharing)
    follow.finish()

    assert (again.trace, again.forced) == (short.trace, short.forced)
