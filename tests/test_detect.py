"""What is read out of a record: the rules, on records written by hand."""

from __future__ import annotations

from typing import Any

import pytest

from threadlings.detect import Problem, finding, problem
from threadlings.events import Ending, Event, Record, Thing, Touch, Waiting
from threadlings.load import LoadError, MissingName, RefusedImport

GRADER = __file__
ACCOUNT, STOCK = Thing("account", 1), Thing("stock", 1)
A, B = Thing("lock", 1), Thing("lock", 2)
MODES = {"read": "r", "write": "w", "look in": "r", "append": "w"}


def event(
    step: int,
    thread: str,
    kind: str,
    thing: Thing = ACCOUNT,
    part: str = "balance",
    forced: bool = False,
) -> Event:
    """A step, with what it touches."""
    touches: tuple[Touch, ...] = (((str(thing), part), MODES.get(kind, "w")),)
    return Event(step, thread, kind, thing, part, "", step, "", touches, forced)


def waits(thread: str, kind: str, thing: Thing = A, *held_by: str) -> Waiting:
    """A thread that can't go on."""
    return Waiting(thread, kind, thing, 7, "a line", held_by)


def stuck(*waiting: Waiting, events: Any = ()) -> Record:
    """A run in which nobody can go on."""
    return Record(Ending.STUCK, list(events), waiting=waiting)


def raised(error: BaseException, file: str = GRADER, **fields: Any) -> Record:
    """A run in which *error* left the main thread; an assert of *file* raised it."""
    try:
        exec(compile("raise error", file, "exec"), {"error": error})
    except BaseException:
        return Record(Ending.RAISED, errors={"main": error}, **fields)
    raise AssertionError


# ── nobody can go on ─────────────────────────────────────────────────────────
TAKEN = [event(1, "ann", "acquire", A, ""), event(2, "bob", "acquire", B, "")]
BEGUN = [event(0, "main", "begin"), *TAKEN]
GIVEN = [*TAKEN, event(3, "ann", "release", A, "")]


@pytest.mark.parametrize(
    ("record", "cause", "proof"),
    [
        (
            stuck(
                waits("ann", "acquire", B, "bob"),
                waits("bob", "acquire", A, "ann"),
                events=BEGUN,
            ),
            "cycle",
            {1, 2},
        ),
        (
            stuck(
                waits("main", "join", Thing("ann"), "ann"),
                waits("ann", "acquire", A, "ann"),
                events=BEGUN,
            ),
            "self",
            {1},
        ),
        (stuck(waits("bob", "acquire", A, "ann"), events=TAKEN), "kept", {0}),
        (stuck(waits("bob", "acquire", A, "ann"), events=GIVEN), "kept", set()),
        (stuck(waits("ann", "wake", Thing("condition", 1))), "stuck_wake", set()),
        (stuck(waits("ann", "get", Thing("queue", 1))), "stuck_get", set()),
        (stuck(waits("ann", "join", Thing("queue", 1))), "stuck_join", set()),
        (stuck(waits("ann", "pass", Thing("barrier", 1))), "stuck_pass", set()),
        (
            stuck(
                waits("main", "join", Thing("ann"), "ann"),
                waits("ann", "wake", Thing("condition", 1)),
            ),
            "stuck_wake",
            set(),
        ),
        (
            stuck(
                waits("ann", "acquire", A, "bob"),
                waits("bob", "get", Thing("queue", 1)),
            ),
            "stuck_get",
            set(),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_why_nobody_can_go_on(record: Record, cause: str, proof: set[int]) -> None:
    """A circle, a lock that is kept, or the one at the root who waits for nobody."""
    found = problem(record, GRADER) or Problem("deadlock")
    result = finding(found, record, always=False)

    assert (result.kind, result.cause) == ("deadlock", cause)
    assert result.proof == proof
    assert result.words["thread"] in {waiting.thread for waiting in record.waiting}


def test_a_circle_names_those_in_it_only() -> None:
    """Who merely waits for a thread of the circle is not to blame."""
    record = stuck(
        waits("main", "join", Thing("ann"), "ann"),
        waits("ann", "acquire", B, "bob"),
        waits("bob", "acquire", A, "ann"),
    )
    found = finding(Problem("deadlock"), record, always=False)

    assert [waiting.thread for waiting in found.more] == ["ann", "bob"]


# ── right in some orders ─────────────────────────────────────────────────────
LOST = [
    event(1, "ann", "read"),
    event(2, "bob", "read", forced=True),
    event(3, "bob", "write"),
    event(4, "ann", "write"),
]
STALE = [
    event(1, "ann", "look in", STOCK, ""),
    event(2, "bob", "append", STOCK, "", forced=True),
    event(3, "ann", "call", Thing("sell"), ""),
]
BETWEEN = [event(1, "ann", "acquire", A, ""), event(2, "bob", "call", B, "", True)]
FRESH = [*LOST[:1], *LOST[2:3], event(4, "ann", "read"), event(5, "ann", "write")]


@pytest.mark.parametrize(
    ("events", "cause", "proof", "words"),
    [
        (LOST, "lost_update", {0, 2, 3}, ("ann", "bob", "account#1.balance")),
        (STALE, "stale", {0, 1, 2}, ("ann", "bob", "stock#1")),
        (BETWEEN, "between", {1}, ("bob", "ann", None)),
        (FRESH, "order", set(), (None, None, None)),
        ([], "order", set(), (None, None, None)),
    ],
    ids=["lost_update", "stale", "between", "fresh", "nothing"],
)
def test_what_makes_a_race(
    events: list[Event], cause: str, proof: set[int], words: tuple[str | None, ...]
) -> None:
    """The two steps that another one came between, and the one that did."""
    record = Record(Ending.RAISED, events)
    found = finding(Problem("wrong", AssertionError()), record, always=False)

    assert (found.kind, found.cause) == ("race", cause)
    assert found.proof == proof
    assert tuple(map(found.words.get, ("thread", "other", "thing"))) == words


@pytest.mark.parametrize(("always", "kind"), [(False, "race"), (True, "wrong-result")])
def test_a_race_is_right_in_some_order(always: bool, kind: str) -> None:
    """What is wrong in every order is no race, whatever its events look like."""
    record = raised(AssertionError(), events=LOST)
    found = problem(record, GRADER)

    assert found == Problem("wrong", record.errors["main"])
    assert finding(found, record, always).kind == kind


# ── problems ─────────────────────────────────────────────────────────────────
SPIN = Waiting("ann", "spin", Thing("loop"), 7, "while not ready:", ())
LOOP = SPIN._replace(kind="loop")


@pytest.mark.parametrize(
    ("record", "kind", "cause"),
    [
        (Record(left=("ann",)), "leak", "leak_one"),
        (Record(left=("ann", "bob")), "leak", "leak_many"),
        (Record(spins=(SPIN,)), "endless", "spin"),
        (Record(Ending.ENDLESS, spins=(SPIN,)), "endless", "spin_ever"),
        (Record(Ending.ENDLESS, spins=(LOOP,)), "endless", "loop"),
        (Record(Ending.ENDLESS), "endless", "steps"),
        (raised(LoadError("no")), "crash", "load"),
        (raised(MissingName("no")), "crash", "missing"),
        (raised(NotImplementedError()), "crash", "unwritten"),
        (raised(TypeError("no")), "crash", "crash"),
        (raised(AssertionError(), "answer.py"), "crash", "crash"),
        (raised(RefusedImport(name="socket")), "wrong-tool", "refused"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_problem_has_its_kind(record: Record, kind: str, cause: str) -> None:
    """A record tells by itself what is wrong with it, if it is so in every order."""
    found = problem(record, GRADER)

    assert found is not None
    result = finding(found, record, always=True)
    assert (result.kind, result.cause) == (kind, cause)


def test_what_fails_while_it_is_loaded_is_said_so() -> None:
    """An exception at import has a cause of its own."""
    error = ValueError("x")
    error.loading = True  # type: ignore[attr-defined]
    record = raised(error, "answer.py")
    found = problem(record, GRADER)

    assert found == Problem("raised", error)
    assert finding(found, record, always=True).cause == "import"


def test_an_exception_in_some_orders_is_a_race() -> None:
    """A KeyError that comes only when another thread was faster is no crash."""
    record = raised(KeyError("x"), "answer.py", events=LOST)
    found = problem(record, GRADER)

    assert found is not None
    assert finding(found, record, always=False).kind == "race"


def test_a_blamed_assert_has_the_kind_it_says() -> None:
    """A grader may name the kind of its own assertion; then no order changes it."""
    error = AssertionError()
    error.kind = "serial"  # type: ignore[attr-defined]
    found = problem(raised(error), GRADER)

    assert found == Problem("serial", error)
    assert not found.depends


def test_who_waits_for_a_thread_that_failed_is_no_deadlock() -> None:
    """The exception that ended a thread comes before what it left behind."""
    error = ZeroDivisionError()
    error.together = "ann"  # type: ignore[attr-defined]
    record = stuck(waits("main", "join", Thing("bob"), "bob"))
    record.errors["ann"] = error

    assert problem(record, GRADER) == Problem("raised", error)


def test_a_kept_promise_is_no_problem() -> None:
    """A run that comes to its end with nothing left is right."""
    assert problem(Record(), GRADER) is None
