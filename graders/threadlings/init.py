"""The exercises laid out for one student; what is there already is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from threadlings import forms, kit
from threadlings.screen import WrongUse, folded, plain, say
from threadlings.texts import say as words


def files(root: Path) -> Iterator[tuple[str, bytes]]:
    """What a student needs of the kit at *root*: paths and what is in them."""
    every = kit.exercises(root)
    for file in sorted((root / "exercises").glob("*.md")):
        yield f"exercises/{file.name}", file.read_bytes()
    for one in every:
        for file in (one.stub, *sorted(one.folder.glob("README*.md"))):
            yield file.relative_to(root).as_posix(), file.read_bytes()
    for form in forms.every("init"):
        yield form.name, forms.fill(f"init/{form.name}", every[0]).encode()


def lay_out(root: Path, folder: Path) -> tuple[list[str], list[str]]:
    """Write what is missing in *folder*; gives what was, and what is not as here.

    Nothing that is there is ever changed.  Raises WrongUse.
    """
    if (folder / "graders").is_dir():
        text = f"{plain(str(folder))} is a kit: its exercises are there, in exercises/"
        raise WrongUse(text)
    new: list[str] = []
    other: list[str] = []
    for name, content in files(root):
        file = folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with open(file, "xb") as opened:
                opened.write(content)
            new.append(name)
        except FileExistsError:
            if not (file.is_file() and file.read_bytes() == content):
                other.append(name)
        except OSError as error:
            where = plain(str(file))
            raise WrongUse(f"can't write to {where}: {error.strerror}") from None
    return new, other


def run(root: Path, folder: Path) -> int:
    """Lay the exercises of the kit at *root* out in *folder*, and say what was done."""
    new, other = lay_out(root, folder)
    where = plain(str(folder))
    say(words("init", "new" if new else "none", folder=where, count=len(new)))
    if other:
        say(folded(words("init", "other", files=", ".join(other))))
    if new:
        say(words("init", "next", folder=where, number=kit.exercises(root)[0].number))
    return 0
