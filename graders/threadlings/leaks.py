"""What students must not get, and where in a folder it is all the same.

Nothing here knows how a release is made: it reads what was made, line by line.  A line
of a solution or of a known answer is a leak when it stands in none of the programs that
students get anyway; half of what an answer adds to its stub is one wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from threadlings import redact
from threadlings.kit import Exercise

SHORTEST = 8  # letters of a line that can be anybody's in particular
FEWEST = 3  # lines that can be half of an answer
AROUND = " \t`'\"\\,>#*-"  # what quotes, lists and comments put around a line
KEPT_BACK = {
    *("solutions", "tests", "benchmarks", ".git", ".ci", ".tox"),
    *("build", "dist", "__pycache__"),
}


@dataclass
class Secrets:
    """What must not be found."""

    lines: dict[str, str] = field(default_factory=dict)  # and whose they are
    answers: dict[str, frozenset[str]] = field(default_factory=dict)  # what they add
    words: dict[str, str] = field(default_factory=dict)  # names and sentences


def secrets(root: Path, exercises: Iterable[Exercise]) -> Secrets:
    """All solutions, known answers and hidden promises of a kit, and where it lies."""
    made = Secrets(words={str(root.resolve()): "the path of the kit"})
    every = list(exercises)
    package = root / "graders" / "threadlings"
    programs = [*package.rglob("*.py"), *package.rglob("*.txt")]
    programs += [one.stub for one in every]
    shown = {line for file in programs for line in lines(file.read_text("utf-8"))}
    hidden = {}
    for one in every:
        left = lines(redact.files(one)[one.grader.name])
        shown |= left
        whose = f"a hidden promise of {one.number}"
        for line in lines(one.grader.read_text("utf-8")) - left:
            hidden[line] = whose
        made.words |= {" ".join(w.split()): whose for w in redact.secrets(one)}
    for one in every:
        stub = lines(one.stub.read_text("utf-8"))
        for file in _answers(one):
            name = file.relative_to(root).as_posix()
            added = lines(file.read_text("utf-8")) - stub
            made.answers[name] = frozenset(added)
            made.lines |= dict.fromkeys(added - shown, name)
    made.lines |= {line: hidden[line] for line in hidden.keys() - shown}
    return made


def _answers(one: Exercise) -> list[Path]:
    """All files that answer *one*, right or wrong, or tell of such."""
    files = [one.solution, *sorted(one.answers.rglob("*"))]
    return [file for file in files if file.suffix in (".py", ".json")]


def lines(text: str) -> set[str]:
    """The lines of *text* that say something, however they are indented or quoted."""
    found = (" ".join(line.split()).strip(AROUND) for line in _split(text))
    return {line for line in found if len(line) >= SHORTEST}


def _split(text: str) -> list[str]:
    return text.replace("\\n", "\n").splitlines()


def leaks(folder: Path, secret: Secrets) -> Iterator[str]:
    """What of *secret* is in *folder*, a sentence for each."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        back = KEPT_BACK & set(name.parts)
        if back:
            yield f"{name.as_posix()} is there, and {min(back)} is not for students"
        elif path.is_symlink():
            yield f"{name.as_posix()} is a link to somewhere else"
        elif path.is_file():
            yield from _inside(name, path.read_bytes(), secret)


def _inside(name: PurePath, content: bytes, secret: Secrets) -> Iterator[str]:
    """What of *secret* is in the file *name*."""
    text = content.decode("utf-8", "replace")
    found = lines(text)
    for line in sorted(found & secret.lines.keys()):
        yield f"{name.as_posix()} has a line of {secret.lines[line]}: {line}"
    for answer, added in secret.answers.items():
        both = len(added & found)
        if both >= FEWEST and 2 * both >= len(added):
            yield f"{name.as_posix()} has {both} of {len(added)} lines of {answer}"
    flat = " ".join(text.split())
    for word, whose in secret.words.items():
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", flat):
            yield f"{name.as_posix()} has {whose}: {word}"
