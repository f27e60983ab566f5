"""The command `report`: read what was graded, replay what failed, write the pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from threadlings import grade, journal, kit, roster
from threadlings.kit import Exercise
from threadlings.marks import Result
from threadlings.report.answer import Answer
from threadlings.report.folders import folders
from threadlings.report.overview import overview
from threadlings.report.pages import render, write
from threadlings.report.replay import CHANGED, DIFFERS, LOST, MISSING, Replay, replays
from threadlings.report.sheet import sheet
from threadlings.screen import WrongUse, count, folded, plain, progress, say
from threadlings.texts import speaking, spoken

INDEX = "index.html"
REASONS = {
    MISSING: "the file is not where it was; --class says where the class folder is now",
    CHANGED: "the file has changed since it was graded",
    DIFFERS: "tried once more, it did not come out as it was graded",
    LOST: "it could not be tried once more",
}


def run(
    marks: Path,
    root: Path,
    *,
    out: Path,
    folder: Path | None,
    people: Path | None,
    together: int,
    patience: float,
    isolation: str,
) -> int:
    """Write pages for what is in *marks* into *out*; the exit status.

    Files are looked for in the class *folder*, else where they were; the roster of
    *people* says who reads which language.  Raises WrongUse and KitError.
    """
    if folder is not None and not folder.is_dir():
        raise WrongUse(f"{plain(str(folder))} is no folder")
    results = grade.in_order(journal.read(marks))
    if not results:
        words = f"{plain(str(marks))} holds no results"
        raise WrongUse(f"{words}; `threadlings grade --jsonl` writes them")
    numbers = sorted({one.exercise for one in results})
    exercises = {number: kit.exercise(root, number) for number in numbers}
    languages = roster.languages(people) if people else {}
    homes = folders(dict.fromkeys(one.student for one in results))
    new = drawn = 0
    reasons = []
    with progress("drawing", len(results)) as bar:
        answers = list(_answers(results, exercises, folder, languages))
        for replay in replays(
            answers, together=together, patience=patience, isolation=isolation
        ):
            student, number = (
                replay.answer.result.student,
                replay.answer.exercise.number,
            )
            new += write(out / homes[student] / f"{number}.html", page(replay))
            drawn += sum(bool(one.get("picture")) for one in replay.reports.values())
            if replay.why:
                reasons.append((student, number, REASONS[replay.why]))
            bar.advance(bar.task_ids[0])
    new += write(out / INDEX, overview(results, exercises.values(), homes))
    for student, number, why in sorted(reasons):
        say(folded(f"{plain(student)} {number} has no picture: {why}"))
    made = f"{count(len(results), 'page')} of {count(len(homes), 'student')}"
    drawings = count(drawn, "picture")
    say(f"{plain(str(out / INDEX))}: {made}, {drawings}; {new} new or changed")
    return 1 if reasons else 0


def _answers(
    results: Sequence[Result],
    exercises: Mapping[str, Exercise],
    folder: Path | None,
    languages: Mapping[str, str],
) -> Iterator[Answer]:
    """An answer for each of *results*, with its file and its author's language."""
    for one in results:
        exercise = exercises[one.exercise]
        file = Path(one.file)
        if folder is not None:
            file = folder / one.student / exercise.number / f"{exercise.module}.py"
        language = languages.get(roster.key(one.student), spoken())
        yield Answer(one, exercise, file, language)


def page(replay: Replay) -> str:
    """The page of one answer, for its author."""
    with speaking(replay.answer.language):
        return render(
            "sheet.html", sheet=sheet(replay), exercise=replay.answer.exercise
        )
