"""What a class costs: a batch that is killed and goes on, and one that is left alone.

`python benchmarks/bulk.py` makes a class from the known answers, the same for the same
seed; grades it; grades it again, kills that with -9 somewhere in the middle and lets it
go on; and compares the two tables row by row.  `--overhead` measures what a cluster
adds to a batch (it needs the extra `cluster`).  Linux only: it reads /proc.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pythons import ROOT, table, today

sys.path[:0] = [str(ROOT / "graders")]

from threadlings import journal, kit, marks  # noqa: E402
from threadlings.ask import processors  # noqa: E402

GLANCE = 0.2  # seconds between two looks at the memory
MIX = {"right": 42, "wrong": 36, "solution": 8, "stub": 10, "nothing": 4}  # percent
STUDENTS, EXERCISES = 100_000, 40  # what the page is about
CORES = (2, 64, 1000)
HOUR = 3600.0
MEBI = 1024**2


# ── the class ────────────────────────────────────────────────────────────────
def make(folder: Path, options: argparse.Namespace) -> int:
    """A class of *students* for *exercises*; gives how many files are handed in.

    An *equal* share of them is handed in as it is; the others have a line of their own
    at the end, and so a content that nobody else has.
    """
    dice = random.Random(options.seed)
    every = [kit.exercise(ROOT, name) for name in options.exercises]
    count = 0
    for number in range(options.students):
        student = f"student-{number:05}"
        for one in every:
            source = chosen(one, dice)
            alike = dice.random() < options.equal
            if source is not None:
                text = source.read_text("utf-8")
                path = folder / student / one.number / f"{one.module}.py"
                path.parent.mkdir(parents=True)
                path.write_text(text if alike else f"{text}\n# {student}\n", "utf-8")
                count += 1
    return count


def chosen(one: kit.Exercise, dice: random.Random) -> Path | None:
    """What a student may have handed in for *one*; None: nothing."""
    [what] = dice.choices(list(MIX), list(MIX.values()))
    if what in ("right", "wrong"):
        return dice.choice(sorted((one.answers / what).glob("*.py")))
    return {"solution": one.solution, "stub": one.stub, "nothing": None}[what]


# ── a run, and what it takes ─────────────────────────────────────────────────
@dataclass
class Run:
    """A run of the command, and what it has taken of the machine."""

    seconds: float = 0.0
    computing: float = 0.0  # seconds of all processors, of all its processes
    own: int = 0  # bytes of the command itself at most
    all: int = 0  # bytes of it and all its processes at most
    below: int = 0  # bytes of its processes at most
    marks: Counter[str] = field(default_factory=Counter)


def graded(words: Sequence[str], until: int = 0, path: Path = Path()) -> Run:
    """Run the command; with *until*, kill it when its journal has so many lines."""
    found, began, before = Run(), time.perf_counter(), os.times()
    process = subprocess.Popen(
        [sys.executable, "-m", "threadlings", "--kit", str(ROOT), *words],
        env=os.environ | {"PYTHONPATH": str(ROOT / "graders")},
        stdout=subprocess.DEVNULL,
    )
    ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(process.pid, found, ended))
    watcher.start()
    while until and process.poll() is None:
        with contextlib.suppress(FileNotFoundError):
            if path.read_bytes().count(b"\n") >= until:
                process.kill()
        time.sleep(GLANCE)
    process.wait()
    ended.set()
    watcher.join()
    after = os.times()
    found.seconds = time.perf_counter() - began
    found.computing = sum(after[2:4]) - sum(before[2:4])
    return found


def watch(pid: int, found: Run, ended: threading.Event) -> None:
    """Keep the largest sums of memory in *found*, until it has *ended*."""
    while not ended.wait(GLANCE):
        each = [memory(one) for one in tree(pid)]
        if each:
            found.own = max(found.own, each[0])
            found.all = max(found.all, sum(each))
            found.below = max(found.below, sum(each[1:]))


def tree(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in path.read_text().split():
                yield from tree(int(child))


def memory(pid: int) -> int:
    """Bytes of a process; what it shares with others is divided among them."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


# ── the whole measurement ────────────────────────────────────────────────────
def measure(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Grade a class undisturbed, and once more with a kill in the middle."""
    class_ = folder / "class"
    files = make(class_, options)
    quiet, killed = folder / "quiet.jsonl", folder / "killed.jsonl"
    words = ["grade", str(class_), "--no-cache", "-j", str(options.j), "--jsonl"]
    alone = graded([*words, str(quiet)])
    rows = timeless(quiet)
    dice = random.Random(options.seed)
    until = round(len(rows) * dice.uniform(1 / 3, 2 / 3))
    first = graded([*words, str(killed)], until, killed)
    known = killed.read_bytes().count(b"\n")
    second = graded([*words, str(killed), "--resume"])
    contents = {(one.exercise, one.content) for one in rows if one.content}
    return {
        **{"files": files, "rows": len(rows), "cases": len(contents), "j": options.j},
        **{"seconds": alone.seconds, "computing": alone.computing},
        **{"own": alone.own, "all": alone.all, "slot": alone.below // options.j},
        **{"bytes": quiet.stat().st_size, "known": known},
        "resumed": [first.seconds, second.seconds],
        "lines": killed.read_bytes().count(b"\n"),
        "differ": list(differing(rows, timeless(killed))),
        "verdicts": Counter(one.verdict for one in rows),
    }


def timeless(path: Path) -> list[marks.Result]:
    """The rows of a journal without their seconds, in the table's order."""
    found = [{**one.row, "seconds": 0.0} for one in journal.read(path)]
    found.sort(key=lambda row: (row["student"], row["exercise"]))
    return [marks.from_row(row) for row in found]


def differing(
    rows: Sequence[marks.Result], others: Sequence[marks.Result]
) -> Iterator[str]:
    """Where two tables differ, and in what."""
    for one, other in zip(rows, others, strict=True):
        before, after = one.row, other.row
        if names := [name for name in before if before[name] != after[name]]:
            what = {name: [before[name], after[name]] for name in names}
            yield f"{one.student} {one.exercise}: {json.dumps(what)}"


def overhead(batch: int, count: int = 200) -> float:
    """Seconds that a cluster adds to a batch: to hand it out, and take it back."""
    import distributed

    text = kit.exercise(ROOT, "03").solution.read_bytes()
    batches = [
        [text + b"#%d" % (n * batch + k) for k in range(batch)] for n in range(count)
    ]
    with (
        distributed.LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
        ) as local,
        distributed.Client(local) as client,
    ):
        client.submit(len, batches[0]).result()
        began = time.perf_counter()
        for one in batches:
            client.submit(len, one, pure=False).result()
        return (time.perf_counter() - began) / count


# ── what it says ─────────────────────────────────────────────────────────────
def show(facts: dict[str, Any]) -> str:
    """What was measured, in Markdown."""
    minutes = facts["seconds"] / 60
    verdicts = ", ".join(f"{n:,} {name}" for name, n in facts["verdicts"].items())
    first, second = facts["resumed"]
    rows = [
        ["files handed in; rows", f"{facts['files']:,}; {facts['rows']:,}"],
        ["different ones, graded", f"{facts['cases']:,}"],
        ["verdicts", verdicts],
        ["at once (`-j`)", f"{facts['j']}"],
        ["wall time", f"{facts['seconds']:,.0f} s"],
        ["submissions per minute", f"{facts['files'] / minutes:,.0f}"],
        ["graded per minute", f"{facts['cases'] / minutes:,.0f}"],
        ["processor time", f"{facts['computing']:,.0f} s"],
        ["of it for each graded one", f"{facts['computing'] / facts['cases']:.2f} s"],
        ["memory of the whole tree, at most", mebi(facts["all"])],
        ["of the command itself", mebi(facts["own"])],
        ["of each slot", mebi(facts["slot"])],
        ["journal, per row", f"{facts['bytes'] / facts['rows'] / 1000:.1f} kB"],
        ["killed with -9 after", f"{facts['known']:,} rows, {first:,.0f} s"],
        ["the rest, with `--resume`", f"{second:,.0f} s"],
        ["lines in that journal", f"{facts['lines']:,}"],
        ["rows that differ", f"{len(facts['differ'])}"],
    ]
    return f"{today()}\n\n{table(['measured', ''], rows)}"


def mebi(size: int) -> str:
    """A size in MiB."""
    return f"{size / MEBI:,.0f} MiB"


def cost(facts: dict[str, Any], added: float, batch: int) -> str:
    """What the class of the page takes, in Markdown, computed from *facts*."""
    rows = STUDENTS * EXERCISES
    cases = rows * facts["cases"] / facts["rows"]
    hours = cases * facts["computing"] / facts["cases"] / HOUR
    lines = [
        ["rows", f"{rows:,}"],
        ["graded", f"{cases:,.0f}"],
        ["core-hours", f"{hours:,.0f}"],
        *([f"wall time on {n:,} cores", span(hours / n)] for n in CORES),
        ["journal", f"{rows * facts['bytes'] / facts['rows'] / 1e9:,.1f} GB"],
    ]
    lines += [[f"memory of {n:,} slots", mebi(n * facts["slot"])] for n in CORES]
    if added:
        spent = cases / batch * added / HOUR
        name = f"added by a cluster, {added * 1000:.0f} ms for each batch of {batch}"
        lines.append([name, f"{spent:,.1f} h, {spent / hours:.2%}"])
    head = [f"{STUDENTS:,} students x {EXERCISES} exercises", "computed"]
    return table(head, lines)


def span(hours: float) -> str:
    """So many hours, or days."""
    return f"{hours / 24:,.1f} days" if hours > 48 else f"{hours:,.1f} h"


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    threads = [f"{number:02}" for number in range(1, 17)]
    asked.add_argument("--students", type=int, default=200)
    asked.add_argument("--exercises", nargs="+", default=threads, metavar="NN")
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--equal", type=float, default=0.2, help="share of copies")
    asked.add_argument("-j", type=int, default=processors())
    asked.add_argument("--overhead", action="store_true", help="of a cluster, too")
    asked.add_argument("--batch", type=int, default=25, help="of a cluster")
    asked.add_argument("--facts", type=Path, help="keep, or use, what was measured")
    options = asked.parse_args()
    if options.facts and options.facts.is_file():
        facts = json.loads(options.facts.read_text("utf-8"))
    else:
        with tempfile.TemporaryDirectory() as folder:
            facts = measure(Path(folder), options)
        if options.facts:
            options.facts.write_text(json.dumps(facts), "utf-8")
    added = overhead(options.batch) if options.overhead else 0.0
    print(f"{show(facts)}\n\n{cost(facts, added, options.batch)}")
    if facts["differ"] or facts["lines"] != facts["rows"]:
        words = "the table of the run that was killed is another one"
        raise SystemExit("\n".join([words, *facts["differ"]]))


if __name__ == "__main__":
    main()
