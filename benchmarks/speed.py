"""How many runs a second the search makes, and how that compares with plain Python.

`python benchmarks/speed.py` for the Python that runs it, or
`python benchmarks/speed.py python3.10 python3.13` for those.  All times are of the
processor, so what else the machine does counts little; and each is set against a fixed
loop that is timed right before it, so machines can be compared.
"""

from __future__ import annotations

import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pythons import ROOT, Facts, Options, parser, run, table, today

ROUNDS = 10_000  # of the fixed loop

PLAIN = """
import threading


class Box:
    n = 0


def main():
    box = Box()

    def count():
        for _ in range({times}):
            box.n += 1

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return box.n
"""
PROMISES = {  # the kit's solutions against promises of their graders
    "2 threads count, locked (02)": ("02", "test_two_increments_at_once_both_count"),
    "buffer, 2 producers x 2 consumers (03)": ("03", "test_two_at_each_end"),
}
PROGRAMS = {  # programs of their own
    "2 threads x 1 unlocked `+= 1`": PLAIN.format(times=1),
    "2 threads x 2 unlocked `+= 1`": PLAIN.format(times=2),
}

Searcher = Callable[[], int]  # makes one whole search and tells its runs

NOTE = """\
Runs per second of the processor; in brackets: runs in the time of one fixed loop of
{rounds:,} plain additions.  Medians of {samples} samples of {seconds:g} s each."""


# ── one Python, in a process of its own ──────────────────────────────────────
def measure(options: Options) -> Facts:
    """All programs under this Python."""
    facts: Facts = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, search in searchers(Path(folder)).items():
            samples = [
                sample(search, options["seconds"]) for _ in range(options["samples"])
            ]
            rates, ratios = zip(*samples, strict=True)
            facts[name] = {
                "runs": search(),
                "rate": statistics.median(rates),
                "ratio": statistics.median(ratios),
            }
    return {"python": platform.python_version(), "rows": facts, "options": options}


def searchers(folder: Path) -> dict[str, Searcher]:
    """What is to be searched, by name."""
    from threadlings import kit, survey
    from threadlings.grading import Options as Promised
    from threadlings.load import Source
    from threadlings.search import Exhaustive, Runs, Search
    from threadlings.sharing import Sharing
    from threadlings.trial import Trial
    from threadlings.worker import load_grader, promises

    def cheapest(trial: Trial, once: Any) -> Runs:
        options = trial.options
        return Search(once, preemptions=options.preemptions, runs=options.runs)

    def exhaustive(trial: Trial, once: Any) -> Runs:
        return Exhaustive(once, Sharing(), trial.options.runs)

    def searcher(trial: Trial, how: Callable[[Trial, Any], Runs]) -> Searcher:
        def search() -> int:
            runs = 0

            def once(*given: Any) -> Any:
                nonlocal runs
                runs += 1  # also those before it is known where threads meet
                return trial.once(*given)

            for _ in how(trial, once):
                pass
            return runs

        return search

    found = {}
    for name, (number, test) in PROMISES.items():
        one = kit.exercise(ROOT, number)
        tests = promises(load_grader(one.grader))
        found[name] = searcher(Trial(tests[test], Source(one.solution)), cheapest)
    for index, (name, text) in enumerate(PROGRAMS.items()):
        path = folder / f"plain{index}.py"
        path.write_text(text, "utf-8")
        trial = survey.trial_of(Source(path), Promised())
        found[name] = searcher(trial, cheapest)
        found[f"the same, exhaustively ({index + 1})"] = searcher(trial, exhaustive)
    return found


def sample(search: Searcher, seconds: float) -> tuple[float, float]:
    """Runs per second, and per time of the fixed loop."""
    loop = min(timed(fixed) for _ in range(5))
    began, runs = time.process_time(), 0
    while time.process_time() < began + seconds:
        runs += search()
    rate = runs / (time.process_time() - began)
    return rate, rate * loop


def timed(function: Callable[[], object]) -> float:
    """Seconds of the processor that a call takes."""
    began = time.process_time()
    function()
    return time.process_time() - began


def fixed() -> int:
    """A loop that is the same always and everywhere."""
    total = 0
    for number in range(ROUNDS):
        total += number
    return total


# ── all of them, in Markdown ─────────────────────────────────────────────────
def show(found: list[Facts]) -> str:
    """A row for each program, a column for each Python."""
    options = found[0]["options"]
    head = ["searched to the end", "runs", *(one["python"] for one in found)]
    rows = []
    for name in found[0]["rows"]:
        each = [one["rows"][name] for one in found]
        runs = sorted({one["runs"] for one in each})
        cells = [f"{one['rate']:,.0f} ({one['ratio']:.2f})" for one in each]
        rows.append([name, "-".join(map(str, runs)), *cells])
    note = NOTE.format(rounds=ROUNDS, **options)
    return f"{today()}\n\n{table(head, rows)}\n\n{note}"


def main() -> None:
    """Read what is asked for, measure, print."""
    asked = parser("Time the search against a fixed loop.")
    asked.add_argument("--seconds", type=float, default=0.5, help="of one sample")
    asked.add_argument("--samples", type=int, default=7, help="of each program")
    run(asked.parse_args(), measure, show)


if __name__ == "__main__":
    main()
