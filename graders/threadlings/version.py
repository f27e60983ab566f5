"""Which edition of the kit and of Python a result comes from."""

from __future__ import annotations

import functools
import hashlib
import platform
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from threadlings.kit import DATA, HERE, Exercise

DIGITS = 16
SUFFIXES = (".py", ".md", ".json")  # of what is read; the rest is leftovers


@functools.cache  # asked for every file that was handed in
def of_kit(exercise: Exercise) -> str:
    """A number for all that judges *exercise*: the package, its grader, its texts.

    Whatever is changed in one of these files gives another number; its stub, which a
    student may have filled in, does not count.
    """
    texts = [path for path in exercise.folder.iterdir() if path != exercise.stub]
    parts = (
        _package(),
        _hash(exercise.grader.parent, exercise.grader.parent.iterdir()),
        _hash(exercise.folder, texts),
    )
    return hashlib.sha256("".join(parts).encode()).hexdigest()[:DIGITS]


@functools.cache
def _package() -> str:
    code = HERE.rglob("*.py")  # all that an installed package has, too
    return _hash(HERE, (path for path in code if DATA not in path.parents))


def _hash(folder: Path, files: Iterable[Path]) -> str:
    """A number for the names and contents of *files*, wherever *folder* is."""
    total = hashlib.sha256()
    for file in sorted(files):
        if file.suffix in SUFFIXES and file.is_file():
            name = file.relative_to(folder).as_posix()
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            total.update(f"{name}\n{content}\n".encode())
    return total.hexdigest()


@functools.cache
def of_python() -> str:
    """Implementation and version, like `CPython 3.13.0`; with a t: free-threaded."""
    threaded = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
    return f"{platform.python_implementation()} {platform.python_version()}{threaded}"
