"""What can be seen of an exercise without running it: its files and its README."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from threadlings import lesson
from threadlings.grading import KINDS
from threadlings.kit import Exercise
from threadlings.texts import LANGUAGES

RIGHT, WRONG = 4, 10  # known answers that an exercise needs at least
HINTS = 3
SAID = ("think.json", "reasons.json")  # what a grader says to its students
KEPT = "__pycache__"
CODE = re.compile(r"`[^`\n]+`")  # names and commands are the same in every language
OPEN = re.compile(r"<<\w[^<>]*>>")  # a place that `threadlings new` has left to fill in


def problems(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the files of *exercise*, a sentence each."""
    yield from missing(exercise)
    yield from strange(exercise)
    yield from few(exercise)
    yield from unwritten(exercise)
    yield from asked(exercise)
    yield from explained(exercise)
    readme = exercise.folder / "README.md"
    if readme.is_file():
        for text in readme_problems(exercise, readme.read_text("utf-8")):
            yield f"exercises/{exercise.number}/README.md {text}"
        yield from translated(exercise)


def missing(exercise: Exercise) -> Iterator[str]:
    """The files that every exercise has."""
    readme = exercise.folder / "README.md"
    for file in (readme, exercise.stub, exercise.solution, exercise.grader):
        if not file.is_file():
            yield f"{_from_root(exercise, file)} is missing"


def strange(exercise: Exercise) -> Iterator[str]:
    """Files that nobody expects where they are."""
    wanted = {
        exercise.folder: {"README.md", "README.ko.md", exercise.stub.name},
        exercise.solution.parent: {exercise.solution.name},
        exercise.grader.parent: {exercise.grader.name, *SAID},
        exercise.answers: {"right", "wrong", "harmless.json"},
    }
    for folder, names in wanted.items():
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name not in (*names, KEPT):
                yield f"{_from_root(exercise, path)} is not expected there"
    for folder in (exercise.answers / "right", exercise.answers / "wrong"):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.suffix != ".py" and path.name != KEPT:
                yield f"{_from_root(exercise, path)} is no answer"


def loose(root: Path, exercises: Iterable[Exercise]) -> Iterator[str]:
    """Folders with a number that belong to none of *exercises*."""
    numbers = {one.number for one in exercises}
    for top in ("exercises", "solutions", "tests/answers"):
        for folder in sorted((root / top).glob("[0-9][0-9]")):
            if folder.name not in numbers:
                yield f"{top}/{folder.name} belongs to no grader"


def few(exercise: Exercise) -> Iterator[str]:
    """Whether there are enough known answers."""
    for name, least in (("right", RIGHT), ("wrong", WRONG)):
        count = len(list((exercise.answers / name).glob("*.py")))
        if count < least:
            folder = _from_root(exercise, exercise.answers / name)
            yield f"{folder} has {count} answers; at least {least} are needed"


def unwritten(exercise: Exercise) -> Iterator[str]:
    """The files that still have places to fill in."""
    own = (exercise.folder, exercise.solution.parent, exercise.grader.parent)
    files = (path for folder in own for path in sorted(folder.glob("*.*")))
    for file in filter(Path.is_file, files):
        places = OPEN.findall(file.read_text("utf-8", "replace"))
        if places:
            first = " ".join(places[0].split())
            rest = f", and {len(places) - 1} more" if len(places) > 1 else ""
            yield f"{_from_root(exercise, file)} has to be filled in: {first}{rest}"


def readme_problems(exercise: Exercise, text: str) -> Iterator[str]:
    """What an English README of *exercise* with this *text* lacks."""
    yield from _promises(exercise, text)
    yield from _parts(text)


def _parts(text: str) -> Iterator[str]:
    """The parts that a README has in every language."""
    idea, stuck, rest = (lesson.heading(key, text) for key in ("idea", "stuck", "not"))
    if not idea or not text.partition(idea)[2].partition("\n\n")[0].strip():
        yield "has no paragraph that begins with **Idea.**"
    hints = re.findall(r"^(\d+)\. ", lesson.section(text, stuck), re.MULTILINE)
    if hints != [str(number) for number in range(1, HINTS + 1)]:
        yield f"has {len(hints)} hints; there are always {HINTS}"
    if not rest or not re.search(rf"^{rest}\S", text, re.MULTILINE):
        yield 'has no paragraph that begins with "Not here: "'


def _promises(exercise: Exercise, text: str) -> Iterator[str]:
    """Whether "Done when" is what the grader promises, letter for letter.

    Hidden promises are not for students: no README may tell them.
    """
    promised = [one.sentence for one in exercise.terms if not one.hidden]
    said = lesson.done(text)
    for sentence in promised:
        if sentence not in said:
            yield f'lacks under "Done when": {sentence}'
    for sentence in said:
        if sentence not in promised:
            yield f"promises what no test does: {sentence}"
    if sorted(said) == sorted(promised) and said != promised:
        yield 'has "Done when" in another order than the grader'


def translated(exercise: Exercise) -> Iterator[str]:
    """What the texts of *exercise* lack in other languages than English."""
    own = lesson.readme(exercise, "en")
    for language in LANGUAGES:
        if language == "en":
            continue
        name = f"README.{language}.md"
        if not (exercise.folder / name).is_file():
            yield f"exercises/{exercise.number}/{name} is missing"
            continue
        text = lesson.readme(exercise, language)
        problems = [*_parts(text)]
        if len(lesson.done(text)) != len(lesson.done(own)):
            problems.append("does not promise as much as the English one")
        codes = [sorted(set(CODE.findall(one))) for one in (own, text)]
        if codes[0] != codes[1]:
            odd = sorted(set(codes[0]) ^ set(codes[1]))
            problems.append(f"differs from the English one in {', '.join(odd)}")
        for problem in problems:
            yield f"exercises/{exercise.number}/{name} {problem}"


def asked(exercise: Exercise) -> Iterator[str]:
    """What is wrong with the questions of *exercise*."""
    file = exercise.grader.with_name("think.json")
    if not file.is_file():
        yield f"{_from_root(exercise, file)} is missing"
        return
    found = json.loads(file.read_text("utf-8"))
    for language in LANGUAGES:
        if list(found.get(language, ())) != list(found["en"]):
            yield f"{_from_root(exercise, file)} asks other questions in {language}"
        for kind, text in found.get(language, {}).items():
            if kind not in KINDS or not text.endswith("?"):
                yield f"{_from_root(exercise, file)}: {kind}: {text!r} is no question"


def explained(exercise: Exercise) -> Iterator[str]:
    """What the asserts say in English, and not, or otherwise, in another language."""
    file = _from_root(exercise, exercise.grader.with_name("reasons.json"))
    own = list(dict.fromkeys(exercise.reasons))
    for language in LANGUAGES:
        said = lesson.reasons(exercise, language)
        if language != "en" and list(said) != own:
            odd = sorted(set(said) ^ set(own)) or ["nothing, in another order"]
            yield f"{file} differs from the grader in {language}: {'; '.join(odd)}"
        for text, other in said.items():
            places = [sorted(lesson.PLACE.findall(one)) for one in (text, other)]
            if places[0] != places[1]:
                yield f"{file}: {other!r} puts in other values than {text!r}"


def _from_root(exercise: Exercise, path: Path) -> str:
    return path.relative_to(exercise.root).as_posix()
