"""Set the usual stress test beside the kit: who sees which mistake, and how soon.

`python benchmarks/stress.py` for the Python that runs it, or
`python benchmarks/stress.py python3.10 python3.13` for those.  `--table` measures
nothing but the unlocked `+= 1` and prints the table of the kit's README.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

from pythons import ROOT, Facts, Options, parser, run, span, table, today

STUB, SOLUTION = "stub", "solution"
ROWS = (
    *("02/solution", "02/stub", "02/no_lock", "02/new_lock_each_call"),
    *("02/lock_around_write_only", "02/two_sections"),
    *("03/if_for_while", "03/one_condition_notify"),
    *("08/locks_in_argument_order", "10/one_stop_mark", "10/while_not_empty"),
)
UNLOCKED = "02/stub"

THREADS = 8
SLOWER = {"02": 1, "03": 100, "08": 10, "10": 100}  # an increment against a transfer, …
PAIR = {"02": 2, "03": 4, "08": 2, "10": 2}  # threads of a short try
GRACE = 1.5  # seconds that a stress test may be late

NOTE = """\
A cell of the stress test: tries that saw a fault / tries, of {threads} threads x
{times:,} (/ 100 in 03 and 10, / 10 in 08), then of 2 x 1 (in 03: of 2 producers and
2 consumers).  It stops at {tries} and at {repetitions:,} tries, or when its share of
{seconds:g} s is over.  Ours: orders tried until the first finding, all promises before
it included; the milliseconds (a median of {repeat}) are for loading grader and answer,
too."""

CAPTION = """\
Tries of a stress test (switch interval 1 µs, start barrier) that lost an update; and
the orders that threadlings tries until it shows the loss. `benchmarks/`, {date}."""


# ── one Python, in a process of its own ──────────────────────────────────────
def measure(options: Options) -> Facts:
    """All rows under this Python."""
    rows = [UNLOCKED] if options["table"] else options["only"]
    end = time.monotonic() + options["seconds"]
    left = 2 * len(rows)
    facts: Facts = {}
    for row in rows:
        exercise, path, grader = files(row)
        long = THREADS, options["times"] // SLOWER[exercise] or 1, options["tries"]
        short = PAIR[exercise], 1, options["repetitions"]
        seen = []
        for size in (long, short):
            share = max(end - time.monotonic(), 0) / left
            seen.append(stress(exercise, path, size, share))
            left -= 1
        facts[row] = {"stress": seen, **ours(grader, path, options["repeat"])}
    return {"python": platform.python_version(), "rows": facts, "options": options}


def files(row: str) -> tuple[str, Path, Path]:
    """The exercise of a row, its file and its grader."""
    from threadlings import kit

    number, _, name = row.partition("/")
    one = kit.exercise(ROOT, number)
    named = {STUB: one.stub, SOLUTION: one.solution}
    path = named.get(name, one.answers / "wrong" / f"{name}.py")
    if not path.is_file():
        raise SystemExit(f"there is no {path.relative_to(ROOT).as_posix()}")
    return one.number, path, one.grader


def stress(
    exercise: str, path: Path, size: tuple[int, int, int], seconds: float
) -> tuple[int, int]:
    """How many tries of the usual stress test saw a fault, and how many there were."""
    names = ("--threads", "--times", "--tries", "--seconds")
    values = map(str, (*size, seconds))
    asked = [text for pair in zip(names, values, strict=True) for text in pair]
    usual = str(Path(__file__).with_name("usual.py"))
    command = [sys.executable, usual, str(path), "--as", exercise, *asked]
    try:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds + GRACE,
        )
        if done.returncode:
            raise SystemExit(f"the stress test of {path.name} broke")
        said = done.stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""  # the last try does not count
    tries = said.split()
    return tries.count(b"seen"), len(tries)


def ours(grader: Path, path: Path, repeat: int) -> Facts:
    """Orders tried until the first finding, its kind, and the median milliseconds."""
    from threadlings.worker import reports

    job = {"grader": str(grader), "submission": str(path)}
    found, took = [], []
    for _ in range(repeat):
        began = time.perf_counter()
        orders, verdict = 0, "pass"
        for line in reports(job):
            if "test" in line:
                orders += line["coverage"]["runs"]
                if line["finding"]:
                    verdict = line["finding"]["kind"]
                    break
        took.append(1000 * (time.perf_counter() - began))
        found.append((orders, verdict))
    if len(set(found)) > 1:
        raise SystemExit(f"{path.name} was judged in different ways: {set(found)}")
    orders, verdict = found[0]
    return {"orders": orders, "verdict": verdict, "ms": statistics.median(took)}


# ── all of them, in Markdown ─────────────────────────────────────────────────
def show(found: list[Facts]) -> str:
    """The table that was asked for."""
    options = found[0]["options"]
    return short(found) if options["table"] else long(found)


def long(found: list[Facts]) -> str:
    """Every row, the stress test of each Python beside ours."""
    options = found[0]["options"]
    versions = [one["python"] for one in found]
    head = ["answer", *versions, "our verdict", "orders", "ms"]
    rows = []
    for row in options["only"]:
        each = [one["rows"][row] for one in found]
        cells = [", ".join(map(part, one["stress"])) for one in each]
        verdicts = sorted({one["verdict"] for one in each})
        orders = span(one["orders"] for one in each)
        ms = span(one["ms"] for one in each)
        name = row.replace("/", " ")
        rows.append([name, *cells, " or ".join(verdicts), orders, ms])
    note = NOTE.format(threads=THREADS, **options)
    return f"{today()}\n\n{table(head, rows)}\n\n{note}"


def part(seen: list[int]) -> str:
    """Faults seen of so many tries."""
    return f"{seen[0]}/{seen[1]:,}"


def short(found: list[Facts]) -> str:
    """The unlocked `+= 1` alone, a row for each Python."""
    times = found[0]["options"]["times"]
    head = ["unlocked `+= 1`", f"{THREADS} threads x {times:,}", "2 threads x 1"]
    rows = []
    for one in found:
        row = one["rows"][UNLOCKED]
        cells = [f"{seen} of {tries:,} tries" for seen, tries in row["stress"]]
        said = f"{row['verdict']} in {row['orders']} orders, {row['ms']:.0f} ms"
        rows.append([f"Python {one['python']}", *cells, said])
    caption = CAPTION.format(date=today())
    return f"{table([*head, 'threadlings'], rows)}\n\n{caption}"


def main() -> None:
    """Read what is asked for, measure, print."""
    asked = parser("Set the usual stress test beside the kit.")
    asked.add_argument("--table", action="store_true", help="the README's table only")
    asked.add_argument("--only", nargs="+", default=ROWS, metavar="NN/NAME")
    asked.add_argument("--times", type=int, default=100_000, help="of each long thread")
    asked.add_argument("--tries", type=int, default=10, help="of the long stress test")
    asked.add_argument("--repetitions", type=int, default=1000, help="of the short one")
    asked.add_argument("--repeat", type=int, default=5, help="of ours, for the median")
    asked.add_argument("--seconds", type=float, default=50, help="of stress per Python")
    run(asked.parse_args(), measure, show)


if __name__ == "__main__":
    main()
