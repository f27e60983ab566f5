"""What the simulation says of every known answer, beside real processes.

For each stub, solution, right and wrong answer of the exercises with a promise that is
confirmed, that promise is tried in the simulation and once for every way of beginning a
process.  What the simulation keeps has to be kept there.  The other way round reality
may be lucky: such a line begins with `luck`, and one the other way round with `OURS`.

    python benchmarks/reality.py 20 21 > reality.txt     # some exercises; default: all
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from threadlings import check, confirm, kit, worker
from threadlings.load import LoadError, Source
from threadlings.trial import Trial

ROOT = Path(__file__).resolve().parents[1]


class Row(NamedTuple):
    """One answer: what it came to in the simulation, and in each real run."""

    name: str
    simulated: str  # a kind of finding, or `confirm.KEPT`
    cause: str
    real: dict[str, str]

    @property
    def kept(self) -> bool:
        """Whether every real run has kept the promise."""
        return {*self.real.values()} == {confirm.KEPT}

    @property
    def luck(self) -> bool:
        """Whether only the simulation has seen what is wrong."""
        return self.simulated != confirm.KEPT and self.kept

    @property
    def ours(self) -> bool:
        """Whether only reality has."""
        return self.simulated == confirm.KEPT and not self.kept


def row(known: check.Known, name: str, test: Any) -> Row:
    """Try one answer here and there."""
    job = {"grader": str(known.exercise.grader), "submission": str(known.file)}
    try:
        found = Trial(test, Source(known.file)).search().finding
        simulated, cause = (found.kind, found.cause) if found else (confirm.KEPT, "")
    except LoadError:
        simulated, cause = "crash", "load"
    real = {one.method: one.came for one in filter(None, confirm.really(name, job))}
    return Row(known.name, simulated, cause, real)


def rows(number: str) -> list[Row]:
    """All answers of one exercise, each of them told as it comes."""
    exercise = kit.exercise(ROOT, number)
    tests = worker.promises(worker.load_grader(exercise.grader))
    found = []
    for name, test in tests.items():
        if worker.is_confirmed(test):
            for known in check.known(exercise):
                one = row(known, name, test)
                note = "OURS" if one.ours else "luck" if one.luck else ""
                print(f"{note:4} {one.name}: {one.simulated} {one.cause} {one.real}")
                sys.stdout.flush()
                found.append(one)
    return found


def main() -> None:
    """Print a line for each answer, then what they come to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercise", nargs="*")
    parser.add_argument("--patience", type=float, default=confirm.PATIENCE)
    asked = parser.parse_args()
    confirm.PATIENCE = asked.patience
    numbers = asked.exercise or [one.number for one in kit.exercises(ROOT)]
    every = [one for number in numbers for one in rows(number)]
    counts = Counter((one.simulated, one.cause, one.luck) for one in every)
    print("\n| simulated | cause | real runs show it | in none of them |")
    print("| --- | --- | --: | --: |")
    for kind, cause in sorted({key[:2] for key in counts}):
        shown, luck = counts[kind, cause, False], counts[kind, cause, True]
        print(f"| {kind} | {cause} | {shown} | {luck} |")
    print(f"\n{len(every)} answers, {sum(one.ours for one in every)} unexplained")


if __name__ == "__main__":
    main()
