"""What a contained process has to see: the interpreter, the package, some exercises.

Neither a home folder, nor a folder of students, nor the kit's solutions and tests: the
places are named one by one, wherever the interpreter and the packages happen to be.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from threadlings import kit

SYSTEM = (
    *("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib32", "/lib64"),
    *("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo"),
    *("/nix/store", "/gnu/store"),
)
LIBRARIES = ("stdlib", "platstdlib", "purelib", "platlib")
PACKAGES = (  # what a worker loads, and what that loads
    *("threadlings", "greenlet", "pytest", "_pytest", "pluggy", "iniconfig"),
    *("packaging", "pygments", "exceptiongroup", "tomli", "typing_extensions"),
)


def places(graders: Iterable[Path]) -> tuple[str, ...]:
    """The files and folders that may be read; none lies within another."""
    every = {*SYSTEM, *_interpreter(), *_libraries(), *_packages(), *_mapped()}
    for grader in graders:
        every |= {str(grader.absolute().parent), str(kit.of_grader(grader).folder)}
    return _outermost(os.path.abspath(one) for one in every if os.path.exists(one))


def search(visible: Iterable[str]) -> list[str]:
    """Where modules are looked for here, as far as they are found among *visible*.

    A package that is installed for editing need not be in any folder of `sys.path`.
    """
    parents = dict.fromkeys(os.path.dirname(path) for path in _packages())
    paths = [os.path.abspath(path) for path in sys.path if path]
    seen = [p for p in paths if p in parents or any(_within(p, v) for v in visible)]
    return list(dict.fromkeys((*seen, *parents)))


def _interpreter() -> Iterator[str]:
    """Its file, by each of its names: one points to the next."""
    path = os.path.abspath(sys.executable)
    yield os.path.join(sys.prefix, "pyvenv.cfg")
    yield path
    while os.path.islink(path):
        path = os.path.join(os.path.dirname(path), os.readlink(path))
        yield path
    yield os.path.realpath(path)


def _libraries() -> Iterator[str]:
    paths = sysconfig.get_paths()
    yield from (paths[name] for name in LIBRARIES)


def _packages() -> Iterator[str]:
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is not None:
            yield from spec.submodule_search_locations or [str(spec.origin)]


def _mapped() -> Iterator[str]:
    """The shared libraries that this very process has loaded, wherever they are."""
    for line in Path("/proc/self/maps").read_text("utf-8", "replace").splitlines():
        path = line.partition("/")[2]
        if ".so" in path:
            yield f"/{path}"


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """Those of *paths* that are not within another one."""
    found: list[str] = []
    for path in sorted(set(paths), key=lambda path: Path(path).parts):
        if not found or not _within(path, found[-1]):
            found.append(path)
    return tuple(found)


def _within(path: str, other: str) -> bool:
    return Path(path).is_relative_to(other)
