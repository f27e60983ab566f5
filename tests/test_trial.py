"""One promise against one submission: the verdict, and what it rests on."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from threadlings import calls, every_order, together
from threadlings.events import Departure, read_order
from threadlings.fiber import Misfit
from threadlings.load import LoadError, Source
from threadlings.search import LOCKSTEP
from threadlings.trial import Outcome, Trial, broken


@every_order
def both_count(submission: Any) -> None:
    """Two additions are two."""
    counter = submission.Counter()
    together(ann=lambda: counter.add(1), bob=lambda: counter.add(2))
    assert counter.total == 3


def trial(text: str | bytes, folder: Path, test: Any = both_count) -> Trial:
    """The trial of *test* on a submission."""
    path = folder / "answer.py"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Trial(test, Source(path))


def kind_of(outcome: Outcome) -> str | None:
    """The kind of the finding, if there is one."""
    return outcome.finding.kind if outcome.finding else None


def counter(body: str, before: str = "", lock: str = "if True") -> str:
    """A submission that adds in its own way."""
    return (
        f"import threading\n{before}\nclass Counter:\n    def __init__(self):\n"
        "        self.total, self.lock = 0, threading.Lock()\n"
        f"    def add(self, n):\n        {lock}:\n            {body}\n"
    )


RACY = counter("self.total += n")
RIGHT = counter("self.total += n", lock="with self.lock")


@pytest.mark.parametrize(
    ("text", "kind", "cause"),
    [
        (RIGHT, None, None),
        (RACY, "race", "lost_update"),
        (counter("self.total -= n"), "wrong-result", "wrong-result"),
        (counter("self.lock.acquire(); self.total += n"), "deadlock", "kept"),
        (counter("while self.total != n: pass"), "endless", "spin_ever"),
        (counter("while True: n += 1"), "endless", "loop"),
        (counter("raise NotImplementedError"), "crash", "unwritten"),
        (counter("self.totals += n"), "crash", "crash"),
        (
            counter("threading.Thread(target=threading.Event().wait).start()")
            + "            self.total += n\n",
            "leak",
            "leak_many",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_the_verdict(
    text: str,
    kind: str | None,
    cause: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A submission is accused of what is wrong with it, a right one of nothing."""
    monkeypatch.setattr(calls, "ROUNDS", 1_000)
    outcome = trial(text, tmp_path).search()

    assert kind_of(outcome) == kind
    assert outcome.finding is None or outcome.finding.cause == cause


def test_the_shown_run_is_the_shortest_and_replays(tmp_path: Path) -> None:
    """The order that is told has the fewest switches, and fails when replayed."""
    tried = trial(RACY, tmp_path)
    outcome = tried.search()
    again = tried.follow(outcome.record.departures)

    assert outcome.record.forced == 1
    assert kind_of(again) == kind_of(outcome) == "race"
    assert [str(e.subject) for e in again.record.events] == [
        str(e.subject) for e in outcome.record.events
    ]
    assert again.coverage.runs == 1


def test_a_right_order_of_a_wrong_program_is_right(tmp_path: Path) -> None:
    """To follow one order judges that order only."""
    outcome = trial(RACY, tmp_path).follow(())

    assert outcome.finding is None
    assert outcome.record.events


def test_an_order_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    """An order of another program is no verdict on this one."""
    with pytest.raises(Misfit, match="99"):
        trial(RACY, tmp_path).follow(read_order("99:bob"))


def test_a_livelock_is_found_in_step(tmp_path: Path) -> None:
    """Two that give way for ever are endless, though no order of few switches is."""

    @every_order(preemptions=0)
    def both_eat(submission: Any) -> None:
        left, right = submission.forks()
        together(
            ann=lambda: submission.eat(left, right),
            bob=lambda: submission.eat(right, left),
        )

    text = (
        "import threading\ndef forks(): return threading.Lock(), threading.Lock()\n"
        "def eat(first, second):\n    while True:\n        with first:\n"
        "            if second.acquire(blocking=False):\n"
        "                second.release()\n                return\n"
    )
    outcome = trial(text, tmp_path, both_eat).search()

    assert kind_of(outcome) == "endless"
    assert outcome.record.departures == LOCKSTEP == (Departure(0, "lockstep"),)


# ── what the engine can't control ────────────────────────────────────────────
UNSTEADY = {
    "urandom": "self.total += n if os.urandom(1)[0] % 2 else 0",
    "SystemRandom": "self.total += n + random.SystemRandom().choice((0, 1))",
    "a count that outlives runs": "random.n += 1; self.total += n + random.n // 3 % 2",
}
STEADY = {
    "id": "self.total += n if id(self) == id(self) else 0",
    "id order": "self.total += n if sorted([id(self), id(n)]) else id(n)",
    "random": "self.total += n + 0 * random.randrange(1000)",
    "set order": "self.total += n * len({str(n), 'a', 'b'})//3",
}
IMPORTS = "import os, random\nif not hasattr(random, 'n'): random.n = 0"


@pytest.mark.parametrize("name", UNSTEADY)
def test_what_changes_by_itself_is_no_race(name: str, tmp_path: Path) -> None:
    """When one order gives two results the trial gives up, and calls nothing a race."""
    text = counter(UNSTEADY[name], IMPORTS, "with self.lock")
    kinds = {kind_of(trial(text, tmp_path).search()) for _ in range(8)}

    assert "gave-up" in kinds
    assert "race" not in kinds


def test_the_first_difference_is_named(tmp_path: Path) -> None:
    """What differs between two runs of one order is said: thread, step, line."""
    text = counter(UNSTEADY["urandom"], IMPORTS, "with self.lock")
    findings = [trial(text, tmp_path).search().finding for _ in range(8)]
    partings = [found.parting for found in findings if found and found.parting]
    assert partings

    for one, other in partings:
        assert one is not None
        assert other is not None
        assert (one.kind, str(one.subject)) == ("write", "counter#1.total")
        assert (one.thread, one.line) == (other.thread, other.line)
        assert one.value != other.value


@pytest.mark.parametrize("name", STEADY)
def test_what_is_under_control_is_steady(name: str, tmp_path: Path) -> None:
    """`id`, `random` and the like give the same whenever an order is replayed."""
    text = counter(STEADY[name], IMPORTS, "with self.lock")

    assert kind_of(trial(text, tmp_path).search()) is None


# ── output ───────────────────────────────────────────────────────────────────
def test_only_the_shown_run_prints(tmp_path: Path, capsys: Any) -> None:
    """What the told run printed is kept once; the other runs print nothing."""
    text = counter("print('adding', n); self.total += n", "print('loading')")
    outcome = trial(text, tmp_path).search()
    lines = outcome.record.output.splitlines()

    assert sorted(lines) == ["adding 1", "adding 2", "loading"]
    assert capsys.readouterr() == ("", "")


def test_a_debugger_stops_in_the_told_run_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`breakpoint()` in a submission does not stop a thousand runs."""
    stops: list[int] = []
    monkeypatch.setattr(sys, "breakpointhook", lambda *_, **__: stops.append(1))
    path = tmp_path / "answer.py"
    path.write_text(counter("breakpoint(); self.total += n"), "utf-8")

    Trial(both_count, Source(path)).search()
    assert stops == []
    Trial(both_count, Source(path), tape=False).search()
    assert len(stops) == 2


def test_too_much_output_is_cut(tmp_path: Path) -> None:
    """A submission that prints without end fills no memory."""
    text = counter("print('x' * 99_999); self.total -= n")

    assert len(trial(text, tmp_path).search().record.output) <= 200_000


# ── what does not even load ──────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"def f(:\n", r"SyntaxError: .*\(answer\.py, line 1\)"),
        (b"x = 1\n  y = 2\n", r"IndentationError: .*\(answer\.py, line 2\)"),
        (b"x = '\0'\n", r"null bytes"),
        (b"# \xff\nx = 1\n", r"answer\.py|UTF-8|utf-8"),
        (b"# coding: klingon\n", r"unknown encoding"),
        (b"x = " + b"(" * 500 + b")" * 500, r"answer\.py"),
        (
            b"return 1\n",
            r"SyntaxError: 'return' outside function \(answer\.py, line 1\)",
        ),
    ],
)
def test_what_can_not_be_compiled_is_told_in_words(
    text: bytes, words: str, tmp_path: Path
) -> None:
    """The file, the line and the reason, never a traceback of ours."""
    with pytest.raises(LoadError) as error:
        trial(text, tmp_path)

    outcome = broken("answer.py", error.value)
    assert re.search(words, str(error.value))
    assert outcome.finding is not None
    assert (outcome.finding.kind, outcome.finding.cause) == ("crash", "load")


@pytest.mark.parametrize(
    ("text", "kind", "cause", "words"),
    [
        ("total = 0\n", "crash", "missing", "answer.py has no Counter; it has total"),
        ("", "crash", "missing", "answer.py has no Counter; it has nothing"),
        ("1 / 0\n", "crash", "import", "division by zero"),
        ("import nosuchmodule\n", "crash", "import", "No module named 'nosuchmodule'"),
        ("import socket\n", "wrong-tool", "refused", "socket"),
        ("import _thread\n", "wrong-tool", "refused", "_thread"),
        (
            "from selectors import DefaultSelector\n",
            "wrong-tool",
            "refused",
            "selectors",
        ),
        ("import threadlings.core\n", "wrong-tool", "refused", "threadlings.core"),
    ],
)
def test_what_can_not_be_loaded_is_told_in_words(
    text: str, kind: str, cause: str, words: str, tmp_path: Path
) -> None:
    """A missing name, an exception and a refused import are three different things."""
    finding = trial(text, tmp_path).search().finding

    assert finding is not None
    assert (finding.kind, finding.cause) == (kind, cause)
    assert words in (*finding.words.values(),)


def test_a_verdict_is_the_same_in_every_process(tmp_path: Path) -> None:
    """Neither hashes nor addresses change which order is shown."""
    script = (
        "import sys; from pathlib import Path\n"
        "from test_trial import RACY, trial\n"
        "from threadlings.events import order_of\n"
        "o = trial(RACY, Path(sys.argv[1])).search()\n"
        "print(o.finding, o.coverage, order_of(o.record.departures))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(told) == 1
    assert "lost_update" in told.pop()
