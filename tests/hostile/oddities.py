"""Hand-ins that are no plain Python file, and so can't lie in a repository as they are.

`ODDITIES` has for each of them what makes it, which verdicts are acceptable and what it
tries.  What makes one is given the folder that the student should have, as in
`class/ann`, which is there and empty; it gives back the folder that was made, which has
another name where the name is the attack.  The exercise is always 02.
"""

from __future__ import annotations

import gzip
import os
import socket
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

NUMBER, MODULE = "02", "counter.py"
MIB = 1024 * 1024
LONG_LINE = 100_000
DEEP = 100_000  # parentheses, one in the other
BOMB = 256 * MIB  # bytes that come out of a file of a quarter of a MiB
OTHER = "zoe"  # a student who has handed in a right answer
WRONG = '''"""Counts without a lock."""


class Counter:
    def __init__(self):
        self._n = 0

    @property
    def value(self):
        return self._n

    def increment(self):
        self._n += 1
'''
RIGHT = WRONG.replace(
    "        self._n += 1\n", "        with self._lock:\n            self._n += 1\n"
).replace(
    "        self._n = 0\n",
    '        self._n = 0\n        self._lock = __import__("threading").Lock()\n',
)


class Oddity(NamedTuple):
    """A strange hand-in."""

    make: Callable[[Path], Path]
    verdicts: frozenset[str]
    tries: str


ODDITIES: dict[str, Oddity] = {}
Maker = Callable[[Path], Path]


def oddity(verdicts: str, tries: str) -> Callable[[Maker], Maker]:
    """Put a maker into the table, under its own name."""

    def enter(make: Maker) -> Maker:
        ODDITIES[make.__name__] = Oddity(make, frozenset(verdicts.split()), tries)
        return make

    return enter


def place(student: Path) -> Path:
    """Where the file has to be; its folder is made."""
    folder = student / NUMBER
    folder.mkdir(parents=True, exist_ok=True)
    return folder / MODULE


def neighbour(student: Path) -> Path:
    """The right answer of another student, which is made if it is not there."""
    file = place(student.with_name(OTHER))
    if not file.exists():
        file.write_text(RIGHT, "utf-8")
    return file


def renamed(student: Path, name: str | bytes) -> Path:
    """A wrong answer by a student whose folder has this *name*."""
    folder = Path(os.fsdecode(os.path.join(os.fsencode(student.parent), _raw(name))))
    student.rename(folder)
    place(folder).write_text(WRONG, "utf-8")
    return folder


def _raw(name: str | bytes) -> bytes:
    return name if isinstance(name, bytes) else os.fsencode(name)


def of_bytes(student: Path, content: bytes) -> Path:
    """Hand in these bytes."""
    place(student).write_bytes(content)
    return student


# ── links ────────────────────────────────────────────────────────────────────
@oddity("error", "to have a secret outside of the class read, and shown in a message")
def link_to_a_secret(student: Path) -> Path:
    """A symbolic link to the file `secret` in HOME."""
    place(student).symlink_to(Path.home() / "secret")
    return student


@oddity("error", "to hand in what another student has handed in, by a link to it")
def link_to_a_neighbour(student: Path) -> Path:
    """A symbolic link to another student's right answer."""
    place(student).symlink_to(neighbour(student))
    return student


@oddity("error review", "the same with a link that can't be told from a file")
def hard_link_to_a_neighbour(student: Path) -> Path:
    """A second name for another student's file."""
    os.link(neighbour(student), place(student))
    return student


@oddity("error", "the same with a link in place of the exercise's folder")
def linked_folder(student: Path) -> Path:
    """The folder `02` is a symbolic link to another student's."""
    (student / NUMBER).symlink_to(neighbour(student).parent, target_is_directory=True)
    return student


@oddity("error", "the same with a link in place of the whole student")
def linked_student(student: Path) -> Path:
    """The student's folder is a symbolic link to another student's."""
    target = neighbour(student).parents[1]
    student.rmdir()
    student.symlink_to(target, target_is_directory=True)
    return student


@oddity("error", "to have whoever follows links go round for ever")
def link_to_itself(student: Path) -> Path:
    """A symbolic link to itself."""
    place(student).symlink_to(MODULE)
    return student


@oddity("error", "to have an endless file read")
def link_to_a_device(student: Path) -> Path:
    """A symbolic link to `/dev/zero`."""
    place(student).symlink_to("/dev/zero")
    return student


# ── no plain files ───────────────────────────────────────────────────────────
@oddity("error", "to have whoever opens it wait for a writer, for ever")
def fifo(student: Path) -> Path:
    """A named pipe."""
    os.mkfifo(place(student))
    return student


@oddity("error", "to have whoever reads it get an error that nobody expects")
def folder_of_that_name(student: Path) -> Path:
    """A folder called `counter.py`, with a package in it."""
    place(student).mkdir()
    (place(student) / "__init__.py").write_text(RIGHT, "utf-8")
    return student


@oddity("error", "to hand in something that can't be opened at all")
def unix_socket(student: Path) -> Path:
    """A socket; its name is given relative, for a long one is refused."""
    file, before = place(student), Path.cwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(MODULE)
    finally:
        os.chdir(before)
    return student


@oddity("fail error ungraded", "to have its own unreadable file taken for our fault")
def unreadable(student: Path) -> Path:
    """A wrong answer that nobody may read; for root it is a wrong answer."""
    file = place(student)
    file.write_text(WRONG, "utf-8")
    file.chmod(0)
    return student


@oddity("ungraded error", "to have the walk through the class end at a locked door")
def locked_folder(student: Path) -> Path:
    """An empty folder that nobody may look into."""
    place(student).parent.chmod(0)
    return student


# ── what is in the file ──────────────────────────────────────────────────────
@oddity("fail", "nothing: a file that was handed in too early")
def empty(student: Path) -> Path:
    """No bytes."""
    return of_bytes(student, b"")


@oddity("error fail", "to take the time and memory of whoever parses it")
def three_mebibytes(student: Path) -> Path:
    """A wrong answer below 3 MiB of assignments."""
    line = b"x = [1, 2, 3, 4, 5, 6, 7]\n"
    return of_bytes(student, line * (3 * MIB // len(line)) + WRONG.encode())


@oddity("error", "to have a file copied or read that is larger than any disk")
def sparse(student: Path) -> Path:
    """A file of 64 GiB that takes no room."""
    file = place(student)
    file.write_text(WRONG, "utf-8")
    os.truncate(file, 64 * 1024 * MIB)
    return student


@oddity("error fail", "to end the text early for whoever reads it as a C string")
def nul_bytes(student: Path) -> Path:
    """A right answer up to a NUL byte, a wrong one after it."""
    return of_bytes(student, RIGHT.encode() + b"\0\n" + WRONG.encode())


@oddity("error fail", "to have an error of decoding in a place that does not expect it")
def not_utf_8(student: Path) -> Path:
    """A wrong answer with bytes that are no UTF-8."""
    return of_bytes(student, b"# \xff\xfe\xc3\x28 caf\xe9\n" + WRONG.encode())


@oddity("error fail", "to be read otherwise by those who look and those who execute")
def utf_16(student: Path) -> Path:
    """A right answer in UTF-16 with its mark at the beginning."""
    return of_bytes(student, RIGHT.encode("utf-16"))


@oddity("error fail", "to name an encoding that is none of text, or not known")
def strange_coding(student: Path) -> Path:
    """A wrong answer that says it is compressed."""
    return of_bytes(student, b"# coding: zlib_codec\n" + WRONG.encode())


@oddity("error fail", "to end the parser, by RecursionError, MemoryError or a crash")
def deep_parentheses(student: Path) -> Path:
    """A hundred thousand brackets in each other, then a wrong answer."""
    deep = b"x = " + b"(" * DEEP + b"1" + b")" * DEEP + b"\n"
    return of_bytes(student, deep + WRONG.encode())


@oddity("error fail", "the same by operators, which the parser takes and others do not")
def deep_operators(student: Path) -> Path:
    """A minus a hundred thousand times, and attributes of attributes."""
    deep = b"x = " + b"-" * DEEP + b"1\ny = lambda: x" + b".x" * DEEP + b"\n"
    return of_bytes(student, deep + WRONG.encode())


@oddity("fail error", "to spoil tables and terminals by lines without an end")
def long_lines(student: Path) -> Path:
    """A wrong answer whose statements lie far out on the right."""
    far = "self._n +=" + " " * LONG_LINE + "1  # " + "가" * LONG_LINE
    return of_bytes(student, WRONG.replace("self._n += 1", far).encode())


@oddity("error fail", "to be unpacked by whoever thinks that it is an archive")
def compressed(student: Path) -> Path:
    """Two hundred MiB of blanks before a right answer, as gzip."""
    with gzip.open(place(student), "wb", 9) as file:
        for _ in range(BOMB // MIB):
            file.write(b" " * (MIB - 1) + b"\n")
        file.write(RIGHT.encode())
    return student


@oddity("error fail", "to be executed as Python does with an archive that has a main")
def executable_archive(student: Path) -> Path:
    """A zip file with a `__main__.py`, and a member that leads out of its folder."""
    with zipfile.ZipFile(place(student), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("__main__.py", RIGHT)
        archive.writestr("../../../threadlings-was-here", "x")
    return student


# ── what lies around it ──────────────────────────────────────────────────────
@oddity("fail", "to have its own files imported in place of the library's")
def shadowing_siblings(student: Path) -> Path:
    """A wrong answer beside a `threading.py`, a `conftest.py`, a `sitecustomize.py`."""
    place(student).write_text(WRONG, "utf-8")
    plant = "import pathlib\npathlib.Path('threadlings-was-here').write_text('x')\n"
    for name in ("threading", "json", "conftest", "sitecustomize", "threadlings"):
        (student / NUMBER / f"{name}.py").write_text(plant, "utf-8")
    (student / NUMBER / "pyproject.toml").write_text("[tool.pytest", "utf-8")
    return student


@oddity("fail", "to have an older, right answer executed from a cache")
def poisoned_cache(student: Path) -> Path:
    """A wrong answer, and bytecode of a right one that claims to be newer."""
    import py_compile

    file = place(student)
    file.write_text(RIGHT, "utf-8")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(file), invalidation_mode=mode)
    file.write_text(WRONG, "utf-8")
    return student


@oddity("ungraded", "to have one of several names chosen that are nearly right")
def other_spellings(student: Path) -> Path:
    """`Counter.py`, `counter.py.txt` and `counter .py`, and no `counter.py`."""
    for name in ("Counter.py", "counter.py.txt", "counter .py", "counter.pyw"):
        place(student).with_name(name).write_text(RIGHT, "utf-8")
    return student


# ── names of students ────────────────────────────────────────────────────────
@oddity("fail", "to rewrite the teacher's screen by the name of the folder")
def name_with_controls(student: Path) -> Path:
    """Escape sequences, a tab and a new line."""
    return renamed(student, "ann\x1b[2K\x1b[32m\r\tpass\nben\x07\u202epy")


@oddity("fail", "to begin a formula in the teacher's spreadsheet")
def name_as_formula(student: Path) -> Path:
    """`=cmd|…` as a name, with a comma and a quote."""
    return renamed(student, "=cmd|' -C calc'!A0,\"pass\"")


@oddity("fail", "to run a script in the browser that shows the report")
def name_as_script(student: Path) -> Path:
    """`<script>` as a name."""
    return renamed(student, "<script>alert('pass')<&script>")


@oddity("fail", "to be taken for an option of a command")
def name_as_option(student: Path) -> Path:
    """A dash at the beginning, a star and a dollar sign after it."""
    return renamed(student, "--kit=$(touch threadlings-was-here) *")


@oddity("fail", "to have a report fail that can't be encoded")
def name_not_utf_8(student: Path) -> Path:
    """Bytes that are no UTF-8."""
    return renamed(student, b"b\xe9n\xff")


@oddity("fail", "to have file names fail that are made of it")
def name_too_long(student: Path) -> Path:
    """As long as a name may be."""
    return renamed(student, "n" * 251)


@oddity("fail", "to be taken for another student, whose name looks alike")
def name_that_looks_alike(student: Path) -> Path:
    """`zoé` with an accent of its own, a blank at the end, a letter without width."""
    return renamed(student, "zoe\u0301\u200b ")
