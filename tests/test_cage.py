"""What a process has given up it can't do any more, and the rest it can."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path

import pytest

from threadlings import seccomp

linux = pytest.mark.skipif(sys.platform != "linux", reason="there is no seccomp")

ALLOWED, KILLED = 0x7FFF0000, 0x80000000
EPERM, ENOSYS, ENOTTY = 0x00050001, 0x00050026, 0x00050019
PID = 4711
NUMBERS = {"x86_64": 0, "aarch64": 1}
AUDIT = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}


def decided(program: bytes, machine: str, number: int, *arguments: int) -> int:
    """What the kernel would make of a call: an interpreter of filters."""
    six = (*arguments, *[0] * 6)[:6]
    data = struct.pack("=iIQ6Q", number, AUDIT[machine], 0, *six)
    steps = list(struct.iter_unpack("=HBBI", program))
    kept = at = 0
    while True:
        code, yes, no, value = steps[at]
        at += 1
        if code == 0x06:
            return int(value)
        if code == 0x20:
            (kept,) = struct.unpack_from("=I", data, value)
        else:
            tests: Mapping[int, bool] = {
                0x15: kept == value,
                0x25: kept > value,
                0x45: bool(kept & value),
            }
            at += yes if tests[code] else no


THREAD = 0x3D0F00  # the flags that glibc begins a thread with
FORK, NEW_USER = 17, 0x10000000 | 17

# A call, its arguments, and its answer: alone, alone without threads, in company.
CALLS = {
    "read": ((0, 63), (), (ALLOWED, ALLOWED, ALLOWED)),
    "openat": ((257, 56), (), (ALLOWED, ALLOWED, ALLOWED)),
    "thread": ((56, 220), (THREAD,), (ALLOWED, EPERM, ALLOWED)),
    "fork": ((56, 220), (FORK,), (EPERM, EPERM, ALLOWED)),
    "namespace": ((56, 220), (NEW_USER,), (EPERM, EPERM, EPERM)),
    "clone3": ((435, 435), (), (ENOSYS, ENOSYS, ENOSYS)),
    "execve": ((59, 221), (), (EPERM, EPERM, ALLOWED)),
    "own signal": ((62, 129), (PID, 6), (ALLOWED, ALLOWED, ALLOWED)),
    "signal": ((62, 129), (1, 6), (EPERM, EPERM, ALLOWED)),
    "signal to all": ((62, 129), ((1 << 64) - 1, 9), (EPERM, EPERM, ALLOWED)),
    "ptrace": ((101, 117), (), (EPERM, EPERM, EPERM)),
    "chmod": ((268, 53), (), (EPERM, EPERM, ALLOWED)),
    "truncate": ((76, 45), (), (EPERM, EPERM, ALLOWED)),
    "internet": ((41, 198), (2,), (EPERM, EPERM, EPERM)),
    "unix": ((41, 198), (1,), (EPERM, EPERM, ALLOWED)),
    "terminal": ((16, 29), (0, 0x5401), (ALLOWED, ALLOWED, ALLOWED)),
    "type for another": ((16, 29), (0, 0x5412), (ENOTTY, ENOTTY, ENOTTY)),
    "flags of a file": ((16, 29), (0, 0x40086602), (ENOTTY, ENOTTY, ENOTTY)),
    "signal by a file": ((72, 25), (0, 8, 1), (EPERM, EPERM, EPERM)),
    "flags of a number": ((72, 25), (0, 2, 1), (ALLOWED, ALLOWED, ALLOWED)),
    "own limits": ((302, 261), (0,), (ALLOWED, ALLOWED, ALLOWED)),
    "limits of another": ((302, 261), (1,), (EPERM, EPERM, EPERM)),
    "io_uring": ((425, 425), (), (EPERM, EPERM, EPERM)),
    "what comes next year": ((999, 999), (), (ENOSYS, ENOSYS, ENOSYS)),
}


@pytest.mark.parametrize("machine", NUMBERS)
@pytest.mark.parametrize("name", CALLS)
def test_decides(name: str, machine: str) -> None:
    """Every call gets the answer of its profile, on both architectures."""
    numbers, arguments, answers = CALLS[name]
    for answer, (processes, threads) in zip(
        answers, [(False, True), (False, False), (True, True)], strict=True
    ):
        program = seccomp.program(machine, processes, threads, PID)
        number = numbers[NUMBERS[machine]]
        assert decided(program, machine, number, *arguments) == answer


def test_other_architectures_end_the_process() -> None:
    """A call by the numbers of another architecture is the end."""
    program = seccomp.program("x86_64", False, True, PID)

    assert decided(program, "aarch64", 63) == KILLED
    assert decided(program, "x86_64", seccomp.X32 | 0) == ENOSYS


def test_unknown_machines_are_refused() -> None:
    """Where the numbers of the calls are not known, nothing is let in."""
    with pytest.raises(OSError, match="no list of system calls for riscv64"):
        seccomp.program("riscv64", False, True, PID)


# ── for real ─────────────────────────────────────────────────────────────────
SHUT = """
import os, sys
from threadlings import cage
places = [p for p in {places!r} if os.path.exists(p)]
cage.shut(cage.Cage(tuple(places), uid={uid}, memory=2 << 30))
"""


def shut_in(act: str, tmp_path: Path) -> str:
    """What *act* says, in a process that has shut itself in."""
    if sys.platform == "linux":
        from threadlings import cage

        if not cage.has_landlock():
            pytest.skip("this kernel has no Landlock")
    places = [sys.prefix, sys.base_prefix, "/usr", "/lib", "/lib64", *sys.path]
    places = [path for path in places if path]
    uid = 60_700 if os.geteuid() == 0 else 0
    code = SHUT.format(places=places, uid=uid) + textwrap.dedent(act)
    done = subprocess.run(
        [sys.executable, "-c", code], timeout=60, capture_output=True, cwd=tmp_path
    )
    return (done.stdout + done.stderr).decode()


@linux
def test_reads_what_it_was_given_and_nothing_else(tmp_path: Path) -> None:
    """A module can be imported; a file of somebody else's can't even be opened."""
    (tmp_path / "canary").write_text("a canary")
    said = shut_in(
        """
        import wave
        for way, name in [(open, 'canary'), (os.listdir, '.'), (os.remove, 'canary')]:
            try:
                way(name)
            except PermissionError as error:
                print(error)
        """,
        tmp_path,
    )

    assert said.count("Permission denied") == 3


@linux
@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can be another"
)
def test_root_is_somebody_else(tmp_path: Path) -> None:
    """Root is no root any more, has no group, and can't go back."""
    said = shut_in(
        """
        print(os.getresuid(), os.getresgid(), os.getgroups())
        try:
            os.setuid(0)
        except PermissionError:
            print('stays')
        """,
        tmp_path,
    )

    assert said.split("\n")[:2] == [f"{(60_700,) * 3} {(60_700,) * 3} []", "stays"]
