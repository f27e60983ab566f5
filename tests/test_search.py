"""Which orders are tried, and what may be said of them afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from programs import ALL, STUCK, ZOO, Playground, Program, found, outcome

from threadlings.core import IDEAL
from threadlings.events import Departure, Ending, Event, Record, order_of, read_order
from threadlings.fiber import Choice, Chooser, Fiber, Misfit
from threadlings.search import Coverage, Follow, Lockstep, Newest
from threadlings.sharing import Sharing

RACY = "counter 2x1"


def told(events: list[Event]) -> list[tuple[Any, ...]]:
    """Events as they can be compared: things by what they are called."""
    return [(*event[:3], event.subject, *event[5:]) for event in events]


@pytest.fixture
def playground(request: pytest.FixtureRequest, tmp_path: Path) -> Playground:
    """The program that a test asks for by name."""
    return Playground(ZOO[request.param].text, tmp_path)


def of(*names: str) -> pytest.MarkDecorator:
    """Give the test the programs called *names*."""
    return pytest.mark.parametrize("playground", names, indirect=True)


# ── what the zoo says ────────────────────────────────────────────────────────
@pytest.mark.parametrize("program", ZOO.values(), ids=ZOO)
def test_a_program_has_exactly_its_outcomes(program: Program, tmp_path: Path) -> None:
    """With 0, 1 and 2 forced switches a program has the outcomes that it can have."""
    playground = Playground(program.text, tmp_path)

    for forced, possible in enumerate(program.outcomes):
        assert {outcome(run) for run in found(playground.search(forced))} == possible


@pytest.mark.parametrize("program", ZOO.values(), ids=ZOO)
def test_every_distinct_ordering_is_run(program: Program, tmp_path: Path) -> None:
    """A search without a bound runs every trace, and says so."""
    search = Playground(program.text, tmp_path).search()
    traces = {record.trace: record for record in found(search)}
    failing = [run for run in traces.values() if run.ending is not Ending.DONE]

    assert search.coverage == Coverage("complete", search.runs, program.traces)
    assert len(traces) == program.traces
    assert len(failing) == program.failing


RIGHT = {name: one for name, one in ZOO.items() if len(one.outcomes[2]) == 1}


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_program_is_never_accused(name: str, tmp_path: Path) -> None:
    """A program with one outcome comes to its end in every order, and spins in none."""
    for record in Playground(ZOO[name].text, tmp_path).search():
        assert record.ending is Ending.DONE
        assert (record.errors, record.spins, record.left) == ({}, (), ())


# ── the search against the plainest of searches ──────────────────────────────
class Branch(Chooser):
    """Take the branches that *path* says, then the first ones."""

    def __init__(self, path: tuple[int, ...]) -> None:
        self.path = path
        self.widths: list[int] = []
        self.first = 0

    def choose(self, choice: Choice) -> Fiber:
        """The thread at this branch."""
        place = len(self.widths)
        self.widths.append(len(choice.options))
        branch = self.path[place] if place < len(self.path) else 0
        if place == 0:
            self.first = branch
        return choice.options[branch][0]


def every_run(playground: Playground, sharing: Sharing) -> Iterator[tuple[Record, int]]:
    """All runs there are, with nothing merged, and what each of them costs.

    In the literature it costs a switch, too, to begin with another thread than the
    first.
    """
    paths: list[tuple[int, ...]] = [()]
    while paths:
        branch = Branch(paths.pop())
        record = playground.once(branch, sharing)  # type: ignore[arg-type]
        yield record, record.forced + (branch.first != 0)
        path = branch.path
        for place in range(len(path), len(branch.widths)):
            rest = (0,) * (place - len(path))
            paths += [(*path, *rest, n) for n in range(1, branch.widths[place])]


COUNTS = {
    "counter 2x1": (6, [1, 2, 2]),
    "counter 3x1": (90, [2, 10, 24]),
    "counter 2x2": (70, [1, 4, 12]),
    "last zero 3": (None, [6, 36, 136]),
    "philosophers 2": (6, []),
}


@pytest.mark.parametrize("name", COUNTS)
def test_merging_loses_nothing(name: str, tmp_path: Path) -> None:
    """Plain enumeration gives the published counts, and what the search gives."""
    playground = Playground(ZOO[name].text, tmp_path)
    search = playground.search()
    merged = {record.trace for record in found(search)}
    runs, costs = zip(*every_run(playground, search.sharing), strict=True)
    total, counts = COUNTS[name]
    by_cost = Counter(costs)

    assert {record.trace for record in runs} == merged
    assert total is None or len(runs) == total
    assert [by_cost[cost] for cost in range(len(counts))] == counts
    for most, possible in enumerate(ZOO[name].outcomes):
        assert {outcome(run) for run in runs if run.forced <= most} == possible


# ── the four laws ────────────────────────────────────────────────────────────
LAWS = (
    *("counter 2x1", "counter 3x1", "locked 2x2", "philosophers 3", "reorder 3"),
    *("wait outside", "one condition", "semaphore 2, counter", "getattr default"),
)


@of(*LAWS)
def test_an_order_replays_event_for_event(playground: Playground) -> None:
    """Any run, replayed from its order as people type it, is the same run."""
    search = playground.search(2)

    for record in islice(found(search), 40):
        order = read_order(order_of(record.departures))
        once, again = (
            playground.once(Follow(order), search.sharing, tell=True) for _ in range(2)
        )

        assert again.departures == once.departures == record.departures == order
        assert told(again.events) == told(once.events)
        assert (again.ending, again.forced) == (record.ending, record.forced)
        assert outcome(again) == outcome(record)


@of(*LAWS)
def test_no_order_is_visited_twice(playground: Playground) -> None:
    """Two runs of one search never follow the same order."""
    orders = [record.departures for record in found(playground.search())]

    assert len(orders) == len(set(orders))


@of(*LAWS)
def test_runs_come_with_the_fewest_forced_switches_first(
    playground: Playground,
) -> None:
    """So the first failing order has the fewest that any failing order has."""
    forced = [record.forced for record in found(playground.search())]

    assert forced == sorted(forced)


@of(RACY)
def test_places_are_learnt_by_trying(playground: Playground) -> None:
    """A run that finds shared data makes the search begin anew, with more choices."""
    search = playground.search()
    runs = list(search)

    assert search.sharing.hot
    assert search.restarts == 1
    assert len(runs) == 4


# ── what was covered ─────────────────────────────────────────────────────────
@of(RACY)
@pytest.mark.parametrize(
    ("preemptions", "runs", "kind", "bound"),
    [
        (ALL, 100, "complete", 0),
        (2, 100, "complete", 0),
        (1, 100, "bounded", 1),
        (0, 100, "bounded", 0),
        (ALL, 4, "bounded", 0),
        (ALL, 2, "sampled", 0),
    ],
)
def test_coverage_says_no_more_than_is_true(
    playground: Playground, preemptions: int, runs: int, kind: str, bound: int
) -> None:
    """Complete only when nothing was cut, bounded up to a bound, else sampled."""
    search = playground.search(preemptions, runs)
    made = len(list(search))
    coverage = search.coverage

    assert (coverage.kind, coverage.preemptions) == (kind, bound)
    assert made <= coverage.runs <= runs


def test_an_endless_run_forbids_to_say_complete(tmp_path: Path) -> None:
    """Where a run was not played to its end, not all orders are known."""
    text = "x = 0\ndef f():\n    global x\n    while True: x += 1\n"
    playground = Playground(f"{text}def main():\n    at_once(f, f)\n", tmp_path)
    search = playground.search(0)
    endings = [record.ending for record in islice(search, 3)]

    assert Ending.ENDLESS in endings
    assert search.coverage.kind != "complete"


# ── orders and rules ─────────────────────────────────────────────────────────
@of(RACY)
@pytest.mark.parametrize(
    ("order", "text"),
    [
        ("5:zoe", "should go to 'zoe', but only 'a' and 'b' can"),
        ("99:a", "nobody has a choice at step 99, it can't go to 'a'"),
    ],
)
def test_a_misfit_says_which_step_does_not_fit(
    playground: Playground, order: str, text: str
) -> None:
    """An order that the program can't follow is refused in words."""
    search = playground.search()
    found(search)
    step = min(d.step for r in found(playground.search()) for d in r.departures)
    follow = Follow(read_order(order.replace("5:", f"{step}:")))

    with pytest.raises(Misfit) as misfit:  # noqa: PT012 - one of the two raises
        playground.once(follow, search.sharing)
        follow.finish()

    assert text in str(misfit.value)


@of(RACY)
def test_the_newest_rule_lets_the_last_one_go_first(playground: Playground) -> None:
    """It begins with the other end of the program's orders."""
    search = playground.search(0)
    found(search)
    events = playground.once(Newest(), search.sharing, tell=True).events
    threads = [event.thread for event in events if event.subject == "x"]

    assert [name for name in threads if name != "main"] == ["b", "b", "a", "a"]


GIVING_WAY = """
forks = [Lock(), Lock()]
def eater(first, second):
    def eat():
        while True:
            with forks[first]:
                if forks[second].acquire(blocking=False):
                    forks[second].release()
                    return
    return eat
def main():
    at_once(eater(0, 1), eater(1, 0))
"""


def test_lockstep_finds_a_livelock(tmp_path: Path) -> None:
    """Threads that undo each other's work for ever are seen to do so in step."""
    playground = Playground(GIVING_WAY, tmp_path, time=IDEAL)
    search = playground.search(0)
    endings = {record.ending for record in found(search)}
    in_step = playground.once(Lockstep(), search.sharing)

    assert endings == {Ending.DONE}
    assert in_step.ending is Ending.ENDLESS


@of(RACY, "locked 2x2", "two wait, notify_all", "buffer 1, 2 items")
def test_lockstep_accuses_no_program_that_gets_somewhere(
    playground: Playground,
) -> None:
    """A program that ends, ends in step as well."""
    search = playground.search(0)
    found(search)

    assert playground.once(Lockstep(), search.sharing).ending is Ending.DONE
    assert Lockstep().order == (Departure(0, "lockstep"),)
    assert STUCK not in {outcome(record) for record in found(search)}


# ── a crowd of threads ───────────────────────────────────────────────────────
DELAYED = {  # distinct orderings with at most 0, 1, 2, … delays
    "writers 6": ("box.last = {n}", None, (1, 6, 20, 49, 98, 169, 259, 360)),
    "readers, then a writer": ("seen[{n}] = box.last", -1, (1, 7, 22, 42, 57, 63, 64)),
    "a writer, then readers": ("seen[{n}] = box.last", 0, (1, 2, 8, 23, 43, 58, 64)),
}


def crowd(line: str, writer: int | None) -> str:
    """Six threads that do *line* each, and one more that writes, first or last."""
    lines = [line.format(n=n) for n in range(6)]
    if writer is not None:
        lines.insert(writer % 7, "box.last = 1")
    works = "".join(f"def work{n}(): {line}\n" for n, line in enumerate(lines))
    threads = ", ".join(
        f"threading.Thread(target=work{n})" for n, _ in enumerate(lines)
    )
    return f"""
box, seen = Box(), [0] * 6
box.last = 0
{works}
def main():
    threads = [{threads}]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


@pytest.mark.parametrize("name", DELAYED)
def test_a_crowd_is_searched_by_delays(name: str, tmp_path: Path) -> None:
    """More delays add the published numbers of orderings, those of optimal DPOR."""
    line, writer, numbers = DELAYED[name]
    playground = Playground(crowd(line, writer), tmp_path)

    for delays, number in enumerate(numbers):
        search = playground.search(preemptions=delays)
        traces = {record.trace for record in found(search)}
        assert len(traces) == number
        assert search.coverage.kind == "sampled"
        assert search.coverage.delays


def test_a_crowd_can_be_searched_to_the_end(tmp_path: Path) -> None:
    """With as many delays as there can be, all orderings of a crowd are there."""
    search = Playground(crowd("seen[{n}] = box.last", 0), tmp_path).search()

    assert len({record.trace for record in found(search)}) == 64
    assert search.coverage.kind == "complete"
