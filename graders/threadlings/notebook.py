"""An exercise as nbgrader's source notebook, and a course that grades it with us.

A notebook has the text of the exercise, one cell for the answer, and a test cell for
each promise.  The grade ids of these cells tell which exercise and which promise they
are about; nbgrader keeps them, whatever a student does to a notebook.
"""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from threadlings import lesson, texts
from threadlings.cell import told
from threadlings.kit import Exercise, KitError, Promise
from threadlings.screen import WrongUse, count, plain, say
from threadlings.width import fill

SCHEMA = 3  # of nbgrader's metadata
PREFIX = "threadlings-"
BEGIN, END = "### BEGIN {}", "### END {}"
CODE = 79  # columns in a test cell
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
CHECKED = re.compile(r"\s[^.`]*`pytest exercises/\d\d`[^.]*\.")
CONFIG = '''\
"""nbgrader's configuration: threadlings grades its exercises, without a kernel."""

from threadlings.autograde import configure

configure(get_config(), kit={kit!r}, language={language!r})
'''
MISSING = "writing notebooks needs nbformat: pip install 'threadlings[notebook]'"


# ── names of cells ───────────────────────────────────────────────────────────
def answer_id(exercise: Exercise) -> str:
    """The grade id of the cell with the answer."""
    return f"{PREFIX}{exercise.number}"


def promise_id(exercise: Exercise, promise: Promise) -> str:
    """The grade id of a test cell; of a hidden one, it does not tell its name."""
    name = promise.test.removeprefix("test_")
    if promise.hidden:
        name = _digest(name)
    return f"{answer_id(exercise)}-{name}"


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


# ── what is in a notebook ────────────────────────────────────────────────────
def text(exercise: Exercise) -> str:
    """What a student reads above the answer: the idea, what to do, when it is done.

    Hints are left out, and so is what the README says of hidden promises.
    """
    readme = lesson.readme(exercise)
    parts = readme.partition(f"\n## {lesson.heading('stuck', readme)}\n")
    done = lesson.heading("done", readme)
    above, *_ = parts[0].partition(f"\n## {done}\n")
    sentences = lesson.promises(exercise)
    hidden = {sentences[one.test] for one in exercise.terms if one.hidden}
    told_of = [one for one in lesson.done(readme) if one not in hidden]
    above = CHECKED.sub("", above, count=1)
    how = told("answer", module=exercise.module)
    return "\n".join([above, f"## {done}\n", *(f"- {one}" for one in told_of), "", how])


def released(exercise: Exercise) -> str:
    """What students find in the answer's cell: the stub, letter for letter."""
    return exercise.stub.read_text("utf-8").rstrip("\n")


def solved(exercise: Exercise) -> str:
    """What the source notebook has there.  Raises KitError without a solution."""
    if not exercise.solution.is_file():
        where = plain(str(exercise.solution))
        raise KitError(f"there is no solution {where}; name a kit with --kit DIR")
    return _region("SOLUTION", exercise.solution.read_text("utf-8").rstrip("\n"))


def tested(exercise: Exercise, promise: Promise) -> str:
    """The source of a test cell."""
    spoken = texts.spoken()
    words = [exercise.number, promise.test] + ([spoken] if spoken != "en" else [])
    call = f"check({', '.join(map(_quoted, words))})"
    code = f"from threadlings.cell import check\n\n{call}"
    if promise.hidden:
        return f"# {told('hidden')}\n{_region('HIDDEN TESTS', code)}"
    sentence = lesson.promises(exercise)[promise.test]
    return f"{fill(f'# {sentence}', CODE, '# ')}\n{code}"


def _region(name: str, code: str) -> str:
    return "\n".join([BEGIN.format(name), code, END.format(name)])


def _quoted(word: str) -> str:
    return f'"{word}"'


def promised(exercise: Exercise, promise: Promise) -> Any:
    """The test cell of a promise."""
    own = {"grade": True, "locked": True, "solution": False, "points": promise.points}
    return _cell(promise_id(exercise, promise), tested(exercise, promise), **own)


def _cell(name: str, source: str, **own: object) -> Any:
    """A cell of code that nbgrader knows as *name*."""
    from nbformat import v4

    metadata = {"nbgrader": {"grade_id": name, "schema_version": SCHEMA, **own}}
    return v4.new_code_cell(source, id=_digest(name), metadata=metadata)


def source(exercise: Exercise) -> str:
    """The source notebook of *exercise*, the same whenever it is made.

    Raises KitError without nbformat, or without a solution.
    """
    try:
        import nbformat
        from nbformat import v4
    except ImportError:
        raise KitError(MISSING) from None
    own = {"grade": False, "locked": False, "solution": True}
    cells = [
        v4.new_markdown_cell(text(exercise), id=_digest("text")),
        _cell(answer_id(exercise), solved(exercise), **own),
        *(promised(exercise, one) for one in exercise.terms),
    ]
    made = v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    return str(nbformat.writes(made))


# ── a course ─────────────────────────────────────────────────────────────────
def write(exercises: Sequence[Exercise], course: Path) -> int:
    """Write a source notebook for each of *exercises* into *course*; the exit status.

    Each is an assignment of its own, named by its number, so that what is wrong with
    one notebook of a student does not touch the others.  What is there already stays.
    Raises KitError and WrongUse.
    """
    files = {
        course / "source" / one.number / f"{one.module}.ipynb": source(one)
        for one in exercises
    }
    root = str(exercises[0].root.absolute())
    config = CONFIG.format(kit=root, language=texts.spoken())
    file = course / "nbgrader_config.py"
    mine = file.exists()
    for path, words in (files if mine else files | {file: config}).items():
        _put(path, words)
    for one in exercises:
        worth = count(sum(promise.points for promise in one.terms), "point")
        say(f"{one.number} {one.module}: {count(len(one.terms), 'promise')}, {worth}")
    if mine and "threadlings.autograde" not in file.read_text("utf-8", "replace"):
        say(f"{plain(str(file))} is yours: add these lines to it")
        for line in filter(None, config.splitlines()[2:]):
            say(f"  {line}")
    where = shlex.quote(plain(str(course)))
    say(f"Next: cd {where} && nbgrader generate_assignment {exercises[0].number}")
    return 0


def _put(file: Path, words: str) -> None:
    """Write a file; one that is there with other words is not touched."""
    try:
        if file.exists() and file.read_text("utf-8", "replace") != words:
            where = plain(str(file))
            raise WrongUse(f"{where} is there, and differs: move it away first")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    except OSError as error:
        where = plain(str(file))
        raise WrongUse(f"can't write to {where}: {error.strerror}") from None
