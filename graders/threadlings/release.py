"""The students' copy of the kit: what they read and run, and nothing that tells.

What is copied is tracked, and of a kind that is known; then the whole copy is searched
for what students must not get (`leaks`), before it is put in its place.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tempfile
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from threadlings import forms, kit, redact
from threadlings.kit import Exercise
from threadlings.leaks import leaks, secrets
from threadlings.screen import WrongUse, count, page, plain, say

LIST = ".released"  # as sha256sum writes it, and reads it with -c
WHOLE = re.compile(
    r"LICENSE|\.gitignore|exercises/(conftest\.py|messages[^/]*\.md)"
    r"|graders/threadlings/(?!(\w+/)?README).+"
)
INDEX = re.compile(r"exercises/README[^/]*\.md")
ROW = re.compile(r"\| (\d\d) ")  # of an exercise in a table
CALLED = re.compile(r"(exercises/|hint |exercise |명령이 )(\d\d)(?!\d)")
LINK = re.compile(r"\[(\d\d)\]\([^)]*\)")
TABLE = re.compile(
    r"\[(build-system|project(\.(scripts|entry.*))?|tool\.setuptools.*)\]"
)
SHOWN = 20  # leaks

Content = dict[str, bytes]  # what a copy consists of, by path


# ── what goes into it ────────────────────────────────────────────────────────
def content(root: Path, exercises: Sequence[Exercise]) -> Content:
    """All files of a students' copy with these *exercises*.

    Raises WrongUse where one of them is not tracked.
    """
    known = tracked(root)
    numbers = {one.number for one in exercises}
    made: Content = {}
    for name in filter(WHOLE.fullmatch, known):
        made[name] = (root / name).read_bytes()
    for name in filter(INDEX.fullmatch, known):
        made[name] = index((root / name).read_text("utf-8"), numbers).encode()
    for one in exercises:
        for file in (one.stub, *one.folder.glob("README*.md")):
            made[_name(root, file)] = file.read_bytes()
        for name, text in redact.files(one).items():
            made[_name(root, one.grader.with_name(name))] = text.encode()
    for name in made:
        if name not in known:
            raise WrongUse(f"{name} is not tracked; only what is in git is released")
    project = tables((root / "pyproject.toml").read_text("utf-8"))
    for form in forms.every("release"):
        text = forms.fill(f"release/{form.name}", exercises[0])
        made[form.name] = text.encode()
    made["pyproject.toml"] = f"{project}\n".encode() + made.pop("pytest.toml")
    return dict(sorted(made.items()))


def tracked(root: Path) -> set[str]:
    """What git knows of in *root*.  Raises WrongUse where there is no git."""
    command = ["git", "-C", str(root), "ls-files", "-z"]
    try:
        ended = subprocess.run(command, capture_output=True, check=True)
    except OSError as error:
        raise WrongUse(f"a release needs git: {error.strerror}") from None
    except subprocess.CalledProcessError as error:
        words = plain(error.stderr.decode("utf-8", "replace").strip())
        where = plain(str(root))
        raise WrongUse(
            f"only what git tracks is released, and {where}: {words}"
        ) from None
    names = ended.stdout.decode("utf-8", "surrogateescape").split("\0")
    return {name for name in names if (root / name).is_file()}


def index(text: str, numbers: Collection[str]) -> str:
    """A list of exercises without the rows and links of those that are not there."""
    first = min(numbers)
    text = CALLED.sub(
        lambda found: found[0] if found[2] in numbers else f"{found[1]}{first}", text
    )
    kept = []
    for line in text.splitlines(keepends=True):
        row = ROW.match(line)
        links = [link for link in LINK.finditer(line) if line.startswith("|")]
        left = [link[0] for link in links if link[1] in numbers]
        if links and left:
            line = f"{line[: links[0].start()]}{', '.join(left)} |\n"
        gone = row[1] not in numbers if row else links and not left
        if not gone:
            kept.append(line)
    return "".join(kept)


def tables(text: str) -> str:
    """The tables of a pyproject.toml that are about the package itself."""
    every = re.split(r"^(?=\[)", text, flags=re.MULTILINE)
    return "".join(one for one in every if TABLE.match(one)).rstrip() + "\n"


def _name(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()


# ── where it goes ────────────────────────────────────────────────────────────
def released(folder: Path) -> list[str]:
    """What a former release has put into *folder*; nothing where there is none.

    Raises WrongUse where something else is in it.
    """
    if not os.path.lexists(folder):
        return []
    name = plain(str(folder))
    if not folder.is_dir():
        raise WrongUse(f"{name} is no folder")
    if not any(folder.iterdir()):
        return []
    if not (folder / LIST).is_file():
        raise WrongUse(f"{name} is not empty, and holds no former release")
    known = []
    for line in (folder / LIST).read_text("utf-8").splitlines():
        digest, _, path = line.partition("  ")
        file = folder / path
        if ".." in file.parts[len(folder.parts) :] or Path(path).is_absolute():
            raise WrongUse(f"{name}: {LIST} speaks of files that are elsewhere")
        if file.is_file() and _digest(file.read_bytes()) != digest:
            words = f"{name}: {plain(path)} was changed there since it was released"
            raise WrongUse(f"{words}; take it away, or release elsewhere")
        known.append(path)
    return known


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def write(folder: Path, made: Content) -> None:
    """Put the files *made* into *folder*, and a list of them with their SHA-256."""
    sums = "".join(f"{_digest(text)}  {name}\n" for name, text in made.items())
    for name, text in {**made, LIST: sums.encode()}.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)


def replace(folder: Path, old: Iterable[str], made: Content) -> None:
    """Have *made* in *folder* instead of the *old* files; what else is there stays."""
    for name in old:
        (folder / name).unlink(missing_ok=True)
        for empty in (folder / name).parents:
            if empty == folder or not empty.is_dir() or any(empty.iterdir()):
                break
            empty.rmdir()
    write(folder, made)


# ── the command ──────────────────────────────────────────────────────────────
def run(root: Path, out: Path, names: Sequence[str] = ()) -> int:
    """Write a students' copy of the kit at *root* to *out*; gives the exit status.

    With *names* only these exercises are in it.  It is searched before it is put there:
    where something is found that is not for students, nothing is.
    """
    every = kit.exercises(root)
    some = sorted(
        {kit.exercise(root, name) for name in names}, key=lambda one: one.number
    )
    old = released(out)
    made = content(root, some or every)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), made)
        found = list(leaks(Path(folder), secrets(root, every)))
    if found:
        for words in found[:SHOWN]:
            say(page(words))
        more = f", of which {SHOWN} are shown" if len(found) > SHOWN else ""
        say(f"{count(len(found), 'leak')}{more}; nothing was written to {out}")
        return 1
    for name in made.keys() - old:
        if os.path.lexists(out / name):
            raise WrongUse(f"{plain(str(out))} has {name}, which is from no release")
    try:
        replace(out, old, made)
    except OSError as error:
        where = plain(str(error.filename or out))
        raise WrongUse(f"can't write to {where}: {error.strerror}") from None
    say(f"{out}: {count(len(some or every), 'exercise')}, {count(len(made), 'file')}")
    return 0
