"""Prove the kit: stubs fail, solutions pass, known answers fare as they should.

Every rule is a function that gives sentences about what is wrong; no sentence, no
problem.  What can be known from the files alone is in `tidy`.
"""

from __future__ import annotations

import hashlib
import json
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from threadlings import coverage, judge, kit, marks, tidy, version
from threadlings.grade import job
from threadlings.grading import KINDS
from threadlings.kit import Exercise
from threadlings.marks import Report
from threadlings.screen import console, count, plain, progress, say
from threadlings.supervise import supervise

SLOWEST = 5
FIRST_LINE = re.compile(r"# ([a-z-]+): \S")
STUB, SOLUTION, RIGHT, WRONG = "stub", "solution", "right", "wrong"
LOOKED_AT = "# review:"  # a right answer that somebody has to look at says why


@dataclass(frozen=True)
class Known:
    """A file whose fate is known beforehand."""

    exercise: Exercise
    file: Path
    role: str  # stub, solution, right or wrong
    kind: str = ""  # of a wrong answer, by its first line; of some right ones "review"

    @property
    def name(self) -> str:
        """The file, from the kit's folder."""
        return self.file.relative_to(self.exercise.root).as_posix()

    @property
    def content(self) -> str:
        """The SHA-256 of the file."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    @property
    def expectation(self) -> str:
        """What should come of it."""
        return "fail" if self.role == STUB else self.kind or "pass"


def known(exercise: Exercise) -> Iterator[Known]:
    """All files of *exercise* whose fate is known."""
    yield Known(exercise, exercise.stub, STUB)
    yield Known(exercise, exercise.solution, SOLUTION)
    for file in sorted((exercise.answers / RIGHT).glob("*.py")):
        seen = file.read_text("utf-8").startswith(LOOKED_AT)
        yield Known(exercise, file, RIGHT, marks.REVIEW if seen else "")
    for file in sorted((exercise.answers / WRONG).glob("*.py")):
        yield Known(exercise, file, WRONG, first_kind(file))


def share(files: Iterable[Known], part: int, parts: int) -> list[Known]:
    """One of so many *parts* of *files*, the same one everywhere: its content decides.

    Stubs and solutions are in each part.
    """
    return [
        one
        for one in files
        if one.role in (STUB, SOLUTION) or int(one.content, 16) % parts == part - 1
    ]


def first_kind(file: Path) -> str:
    """The kind on the first line of a wrong answer; empty where there is none."""
    line = file.read_text("utf-8").partition("\n")[0]
    found = FIRST_LINE.match(line)
    return found[1] if found and found[1] in KINDS else ""


# ── what came of it ──────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Trial:
    """A known file and all that was reported of it."""

    known: Known
    reports: tuple[Report, ...]
    seconds: float = 0.0

    @property
    def kinds(self) -> list[str]:
        """The kinds of its findings, in the order of the promises."""
        lines = [line for line in self.reports if line.get("finding")]
        return [line["finding"]["kind"] for line in lines]

    @property
    def verdict(self) -> str:
        """What a student would have got for it."""
        return marks.verdict_of(list(self.known.exercise.promises), self.reports)

    def as_json(self) -> dict[str, Any]:
        """What is the same on every Python, or should be."""
        wrong = self.known.role == WRONG and self.known.kind
        return {
            "exercise": self.known.exercise.number,
            "file": self.known.name,
            "content": self.known.content,
            "kit": version.of_kit(self.known.exercise),
            "expectation": self.known.expectation,
            "verdict": self.verdict,
            "kinds": self.kinds,
            "matched": matched(self.known.kind, self.kinds) if wrong else "",
        }


def matched(kind: str, kinds: Sequence[str]) -> str:
    """Where *kind* stands among the *kinds* that were found: "first", "later" or "no".

    A wrong answer may break more than one promise, and the grader's order decides
    which finding is the first; so "later" is good enough.
    """
    if kind not in kinds:
        return "no"
    return "first" if kinds[0] == kind else "later"


def problems(trial: Trial) -> Iterator[str]:
    """What is wrong with the fate of a known file."""
    role, kinds, verdict = trial.known.role, trial.kinds, trial.verdict
    found = ", ".join(dict.fromkeys(kinds)) or verdict
    if verdict in (marks.ERROR, marks.UNGRADED):
        lost = [
            line for line in trial.reports if line.get("finding") and marks.died(line)
        ]
        words = lost[0]["finding"]["message"] if lost else "not all was reported"
        if trial.known.kind not in kinds:
            yield f"has no verdict: {' '.join(words.split())}"
    elif role == STUB and verdict != marks.FAIL:
        yield "should fail, and passes"
    elif role in (SOLUTION, RIGHT) and verdict != trial.known.expectation:
        traces = "; ".join(marks.flags(trial.reports))
        should = trial.known.expectation
        yield f"should {should}, and this came: {found}{traces and f' ({traces})'}"
    elif role == WRONG and not trial.known.kind:
        yield f"begins without a kind; write `# KIND: sentence` (found: {found})"
    elif role == WRONG and matched(trial.known.kind, kinds) == "no":
        yield f"should fail as {trial.known.kind}, and this was found: {found}"
    if role == SOLUTION and any(line.get("output") for line in trial.reports):
        yield "prints something; a solution is silent"


def trials(
    files: Sequence[Known], *, together: int, patience: float
) -> Iterator[Trial]:
    """Try all *files*; each comes as soon as it is through."""
    jobs = [job(str(i), one.exercise, one.file) for i, one in enumerate(files)]
    heard: dict[str, list[Report]] = {one["id"]: [] for one in jobs}
    for report in supervise(jobs, patience=patience, together=together):
        heard[report["job"]].append(report)
        if "end" in report:
            known = files[int(report["job"])]
            reports = (*judge.judged(heard.pop(report["job"]), known.exercise.due),)
            seconds = sum(line.get("seconds", 0.0) for line in reports)
            yield Trial(known, reports, seconds)


# ── the command ──────────────────────────────────────────────────────────────
def run(
    root: Path,
    names: Sequence[str] = (),
    *,
    together: int,
    patience: float,
    part: tuple[int, int] = (1, 1),
    jsonl: Path | None = None,
    reach: bool = False,
) -> int:
    """Check the exercises with these *names*, or all; print what is wrong.

    Of the known answers, one *part* of so many is tried.  With *reach*, print for each
    promise, too, how far its search goes.  Gives the exit status.
    """
    began = time.perf_counter()
    exercises, left_out = kit.chosen(root, names)
    untidy = [text for one in exercises for text in tidy.problems(one)]
    untidy += [] if names else tidy.loose(root, kit.exercises(root))
    files = [file for one in exercises for file in known(one) if file.file.is_file()]
    files = share(files, *part)
    done: list[Trial] = []
    with ExitStack() as stack:
        lines = stack.enter_context(marks.fresh(jsonl)) if jsonl else None
        bar = stack.enter_context(progress("checking", len(files)))
        for trial in trials(files, together=together, patience=patience):
            done.append(trial)
            bar.advance(bar.task_ids[0])
        done.sort(key=lambda trial: trial.known.name)
        if lines:
            lines.writelines(json.dumps(trial.as_json()) + "\n" for trial in done)
    wrong = [f"{t.known.name} {text}" for t in done for text in problems(t)]
    for text in (*untidy, *wrong, *left_out):
        say(plain(text))
    if reach:
        present(done)
    seconds = time.perf_counter() - began
    say(summary(exercises, done, len(untidy) + len(wrong), seconds))
    return 1 if untidy or wrong or len(done) < len(files) else 0


def present(done: Sequence[Trial]) -> None:
    """Print how far the search of each promise goes, on the solutions."""
    found = [
        (trial.known.exercise.number, line["test"], line["coverage"])
        for trial in done
        if trial.known.role == SOLUTION
        for line in trial.reports
        if "coverage" in line
    ]
    console().print(coverage.table(found))
    say(", ".join(coverage.summary(covered["kind"] for _, _, covered in found)))


def summary(
    exercises: Sequence[Exercise], done: Sequence[Trial], bad: int, seconds: float
) -> str:
    """One line on everything, and the slowest files."""
    later = sum(trial.as_json()["matched"] == "later" for trial in done)
    slow = sorted(done, key=lambda trial: -trial.seconds)[:SLOWEST]
    text = (
        f"{count(len(exercises), 'exercise')}, {count(len(done), 'file')}, "
        f"{count(bad, 'problem')}, {seconds:.1f} s; "
        f"{count(later, 'wrong answer')} with the kind in a later finding"
    )
    rows = [f"  {trial.seconds:5.2f} s  {trial.known.name}" for trial in slow]
    return "\n".join([text, "slowest:", *rows])
