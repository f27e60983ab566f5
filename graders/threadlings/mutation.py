"""Which small mistakes in the kit's own solutions does no grader notice?"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from threadlings import kit, marks
from threadlings.check import WRONG, Known, trials
from threadlings.kit import Exercise
from threadlings.mutants import Mutant, mutants
from threadlings.screen import count, folded, plain, progress, say


@dataclass(frozen=True)
class Tried:
    """A mutant of an exercise's solution, and whether it was noticed."""

    exercise: Exercise
    mutant: Mutant
    noticed: bool

    @property
    def harmless(self) -> str:
        """Why it is no mistake, as far as somebody has written that down."""
        return harmless(self.exercise).get(self.mutant.name, "")


def harmless(exercise: Exercise) -> dict[str, str]:
    """The mutants that keep every promise, by name, and the reasons."""
    file = exercise.answers / "harmless.json"
    if not file.is_file():
        return {}
    found: dict[str, str] = json.loads(file.read_text("utf-8"))
    return found


def tried(
    exercises: Sequence[Exercise], *, together: int, patience: float
) -> Iterator[Tried]:
    """Have all mutants of all solutions graded, as other wrong answers are."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        made: dict[Path, Mutant] = {}
        files: list[Known] = []
        for one in exercises:
            for mutant in mutants(one.solution.read_text("utf-8")):
                file = Path(folder, str(len(files)), one.stub.name)
                file.parent.mkdir()
                file.write_text(mutant.text, "utf-8")
                files.append(Known(one, file, WRONG))
                made[file] = mutant
        bar = stack.enter_context(progress("mutants", len(files)))
        for trial in trials(files, together=together, patience=patience):
            bar.advance(bar.task_ids[0])
            known = trial.known
            noticed = trial.verdict != marks.PASS
            yield Tried(known.exercise, made[known.file], noticed)


def run(root: Path, names: Sequence[str], *, together: int, patience: float) -> int:
    """Try the mutants of these exercises, or all; print what nobody noticed.

    Gives the exit status: 1 when there is one that is not known to be harmless.
    """
    exercises, left_out = kit.chosen(root, names)
    for text in left_out:
        say(plain(text))
    done = list(tried(exercises, together=together, patience=patience))
    done.sort(key=lambda one: (one.exercise.number, one.mutant.line))
    alive = [one for one in done if not one.noticed]
    for one in alive:
        why = one.harmless or "NOT NOTICED, and nobody has said why that is harmless"
        where = f"solutions/{one.exercise.number}, line {one.mutant.line}"
        say(folded(f"{where}: {plain(one.mutant.name)} -- {why}"))
    for known in exercises:
        made = {one.mutant.name for one in alive if one.exercise == known}
        for name in set(harmless(known)) - made:
            say(
                folded(f"{known.number}: {name!r} is noticed, or is no mutant any more")
            )
    share = (len(done) - len(alive)) / max(1, len(done))
    open_ = sum(not one.harmless for one in alive)
    say(
        f"{count(len(done), 'mutant')}, {share:.1%} noticed, "
        f"{len(alive) - open_} known to be harmless, {open_} open"
    )
    return int(open_ > 0)
