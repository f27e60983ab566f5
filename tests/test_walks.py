"""Random orders: what they find, and that a seed says all."""

from __future__ import annotations

from pathlib import Path

import pytest
from programs import ZOO, Playground, counter, outcome

from threadlings.events import Record
from threadlings.search import Follow, Sample
from threadlings.sharing import Sharing
from threadlings.walks import STRATEGIES, Profile, Walk, Weights

RUNS = 400


def drawn(
    strategy: type[Walk], playground: Playground, *, runs: int = RUNS
) -> list[Record]:
    """The runs of one strategy alone."""
    sharing = Sharing(everything=True)
    records: list[Record] = []
    profile: Profile = {}
    for seed in range(runs):
        walk = strategy(seed, profile)
        records.append(playground.once(walk, sharing))
        profile = walk.profile
    return records


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_same_seed_gives_the_same_order(
    strategy: type[Walk], tmp_path: Path
) -> None:
    """What is drawn depends on the seed and the profile, and on nothing else."""
    playground = Playground(counter(3, 2), tmp_path)

    one, two = (drawn(strategy, playground, runs=20) for _ in range(2))

    assert [r.departures for r in one] == [r.departures for r in two]
    assert len({r.departures for r in one}) > 5


@pytest.mark.parametrize("strategy", STRATEGIES)
def test_every_final_value_is_drawn(strategy: type[Walk], tmp_path: Path) -> None:
    """Two threads that add two without a lock come to 2, 3 and 4."""
    records = drawn(strategy, Playground(counter(2, 2), tmp_path))

    assert {record.result for record in records} == {2, 3, 4}


def test_an_order_that_was_drawn_is_replayed_like_any_other(tmp_path: Path) -> None:
    """The departures of a random run lead to the same trace and outcome."""
    playground = Playground(counter(3, 2), tmp_path)
    sample = Sample(playground.once, Sharing(), 60)

    for record in list(sample):
        again = playground.once(Follow(record.departures), sample.sharing)
        assert (again.trace, again.result) == (record.trace, record.result)


@pytest.mark.parametrize("name", [name for name, p in ZOO.items() if p.failing])
def test_what_fails_in_few_orderings_is_drawn(name: str, tmp_path: Path) -> None:
    """All failing outcomes of the zoo are found at random, too."""
    program = ZOO[name]
    playground = Playground(program.text, tmp_path)

    found = {outcome(r) for r in Sample(playground.once, Sharing(), RUNS)}

    assert found == program.outcomes[2]


def test_a_thread_that_left_early_in_the_profile_still_has_a_weight(
    tmp_path: Path,
) -> None:
    """From a profile in which the checker returned at once, its failure is drawn."""
    playground = Playground(ZOO["two stages"].text, tmp_path)
    sharing = Sharing()
    list(Sample(playground.once, sharing, 50))
    walks = [Weights(seed, {}) for seed in range(20)]
    lengths = [playground.once(walk, sharing).steps for walk in walks]
    profile = walks[lengths.index(min(lengths))].profile

    records = [playground.once(Weights(s, profile), sharing) for s in range(RUNS)]

    assert min(lengths) < max(lengths)

    assert any(record.errors for record in records)


def test_a_long_program_has_its_budget_in_steps(tmp_path: Path) -> None:
    """A sample of long runs has fewer of them."""
    text = """
n = 0
def spin():
    global n
    for _ in range(200):
        n += 1
def main():
    at_once(spin, spin)
"""
    sample = Sample(Playground(text, tmp_path).once, Sharing(), 100)

    assert 0 < len(list(sample)) < 20
