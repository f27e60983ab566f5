"""Folders for strangers' names: fit for every system, and no two students in one.

A name that can be a folder is one.  Any other gets what is left of it and a `~` with
its hash; no plain folder has a `~`, so nobody can take a name to get into another's.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

LONGEST = 48  # characters, of at most four bytes; file systems take 255 bytes
FOREIGN = re.compile(r"[^\w .,'+@=-]+")
EDGES = " .-"  # a name that begins or ends so is hidden, an option or refused
TAKEN = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|index\.html")
"""Windows has such devices in every folder, whatever their ending; we have an index."""


def folders(students: Iterable[str]) -> dict[str, str]:
    """The folder of each of *students*; the same, whoever else is in the class.

    Only where two names are told apart by their case alone, or look the same, does
    one of them change that of the other.
    """
    left = {student: _left(student) for student in students}
    fine = {student for student in left if _fits(student, left[student])}
    met = Counter(_key(student) for student in fine)
    return {
        student: folder
        if student in fine and met[_key(student)] == 1
        else f"{folder.replace('.', '-')}~{_hash(student)}"
        for student, folder in left.items()
    }


def _left(student: str) -> str:
    """What is left of a name that may be written into a path."""
    text = FOREIGN.sub("-", unicodedata.normalize("NFC", student))
    return text.strip(EDGES)[:LONGEST].strip(EDGES)


def _fits(student: str, folder: str) -> bool:
    same = folder == unicodedata.normalize("NFC", student)
    return same and folder != "" and not TAKEN.fullmatch(_key(folder))


def _key(name: str) -> str:
    """What names have in common that some file system takes for the same."""
    return unicodedata.normalize("NFKC", name).casefold()


def _hash(student: str) -> str:
    text = student.encode("utf-8", "surrogatepass")
    return hashlib.sha256(text).hexdigest()[:10]
