"""Results of earlier batches, by all that they depend on.

An entry is a file of two lines: the hash of the second one, and a result that names no
student.  Whatever is not exactly that is no entry.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import platformdirs

from threadlings import marks
from threadlings.marks import Result
from threadlings.screen import WrongUse, plain

LARGEST = 512 * 1024 * 1024  # bytes of all entries
KEPT = 0.8  # of them, when there are more
KEPT_VERDICTS = (marks.PASS, marks.FAIL, marks.REVIEW)  # the others may be bad luck


def usual() -> Path:
    """The folder for such things on this system."""
    return platformdirs.user_cache_path("threadlings", appauthor=False) / "results"


class Cache:
    """Results in *folder*, at most so many bytes; those used last stay longest.

    Raises WrongUse where others could have written into the folder.
    """

    def __init__(self, folder: Path, largest: int = LARGEST) -> None:
        self._folder, self._largest = folder, largest
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            fault = _fault(os.lstat(folder))
        except OSError as error:
            fault = error.strerror or str(error)
        if fault:
            words = "name another folder with --cache DIR, or use --no-cache"
            raise WrongUse(f"no cache in {plain(str(folder))}: {fault}; {words}")
        self._bytes: int | None = None  # not known yet: to count takes a while

    def get(self, *depends: str) -> Result | None:
        """The result that *depends* on these, if it is known."""
        path = self._path(depends)
        try:
            mark, line = path.read_bytes().split(b"\n", 1)
            if mark.decode("ascii") != hashlib.sha256(line).hexdigest():
                raise ValueError("not what was written")
            said = json.loads(line)
            if said["depends"] != list(depends):
                raise ValueError("another entry")
            result = marks.from_row(said["row"])
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError):
            self._drop(path)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # it was used
        return result

    def put(self, result: Result, *depends: str) -> None:
        """Keep *result*, if it is a mark or nearly; no room is no reason to stop."""
        if result.verdict not in KEPT_VERDICTS:
            return
        line = json.dumps({"depends": depends, "row": result.row}).encode()
        entry = hashlib.sha256(line).hexdigest().encode() + b"\n" + line
        with contextlib.suppress(OSError):
            self._write(self._path(depends), entry)
        if self._bytes is None:
            self._bytes = sum(size for _, size, _ in self._entries())
        else:
            self._bytes += len(entry)
        if self._bytes > self._largest:
            self._shrink()

    def _path(self, depends: tuple[str, ...]) -> Path:
        name = hashlib.sha256(json.dumps(depends).encode()).hexdigest()
        return self._folder / name[:2] / name[2:]

    def _write(self, path: Path, entry: bytes) -> None:
        """Write a whole file or none."""
        path.parent.mkdir(mode=0o700, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent)
        try:
            with open(number, "wb") as file:
                file.write(entry)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise

    def _shrink(self) -> None:
        """Forget what was not used for longest."""
        entries = sorted(self._entries())
        left = sum(size for _, size, _ in entries)
        for _, size, path in entries:
            if left <= KEPT * self._largest:
                break
            self._drop(path)
            left -= size
        self._bytes = left

    def _entries(self) -> Iterator[tuple[int, int, Path]]:
        """When each was used, how large it is, and where."""
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                status = path.lstat()
                yield status.st_mtime_ns, status.st_size, path

    def _drop(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink()


def _fault(status: os.stat_result) -> str:
    """Why a folder can't be trusted, or nothing."""
    if not stat.S_ISDIR(status.st_mode):
        return "it is no folder"
    if hasattr(os, "getuid"):
        if status.st_uid != os.getuid():
            return "it belongs to somebody else"
        if status.st_mode & stat.S_IWOTH:
            return "everybody can write into it"
    return ""
