"""What a process takes away from itself for good, before it meets a stranger's code.

Linux only.  Each step raises OSError when it does not succeed, and then nothing of a
submission may run.
"""

from __future__ import annotations

import ctypes
import functools
import os
import struct
from dataclasses import dataclass
from typing import Any

from threadlings import landlock, seccomp

MEBI = 1024 * 1024
OUTPUT = 4 * MEBI  # bytes of a file: alone, that is what is printed
FILE = 16 * MEBI
FILES = 64
TASKS = 48
SECONDS = 600  # of computing

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_KEEPCAPS = 1, 4, 8
PR_SET_NO_NEW_PRIVS, PR_CAP_AMBIENT = 38, 47
AMBIENT_RAISE = 2
CAPABILITIES = {"x86_64": (125, 126), "aarch64": (90, 91)}  # capget, capset
CAPABILITY_VERSION = 0x20080522
READ_SEARCH = 2  # CAP_DAC_READ_SEARCH: read what others own
KILL = 9


@dataclass(frozen=True)
class Cage:
    """What is left to a process: *alone* it needs nobody, else it may have company.

    Processes are allowed inside namespaces only, which bound whom they can reach.
    """

    readable: tuple[str, ...]
    writable: tuple[str, ...] = ()
    processes: bool = False
    counted: bool = True  # the kernel counts the tasks of this cage and no others
    landlock: bool = True
    uid: int = 0  # whom root becomes
    memory: int = 0  # bytes of address space; 0 for no bound


def shut(cage: Cage) -> None:
    """Give up all but what *cage* says."""
    _limit(cage)
    if cage.uid:
        _become(cage.uid)
    prctl(PR_SET_PDEATHSIG, KILL)  # when the parent ends; a new user begins without
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if cage.landlock:
        landlock.restrict(_call(), cage.readable, cage.writable, cage.processes)
    seccomp.install(prctl, cage.processes, cage.processes or cage.counted)


def unseen() -> None:
    """Let nobody with the same user id look into this process."""
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def has_landlock() -> bool:
    """Whether this kernel has it, switched on."""
    return landlock.version(_call()) > 0


def _limit(cage: Cage) -> None:
    import resource  # there is none on Windows

    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: FILE if cage.processes else OUTPUT,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_MEMLOCK: 0,
    }
    if cage.memory:
        bounds[resource.RLIMIT_AS] = cage.memory
    if cage.counted:
        bounds[resource.RLIMIT_NPROC] = TASKS
    for what, most in bounds.items():
        hard = resource.getrlimit(what)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (least, least))


def _become(uid: int) -> None:
    """Be *uid*, who may read what root may and nothing else of what root may do.

    An interpreter can stand below a folder that is root's alone; what may be read of
    the rest is for namespaces and Landlock to say.
    """
    prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    header = struct.pack("=Ii", CAPABILITY_VERSION, 0)
    have = ctypes.create_string_buffer(24)
    get, put = CAPABILITIES[os.uname().machine]
    _call()(get, header, have)
    only = struct.unpack("=6I", have.raw)[1] & 1 << READ_SEARCH
    _call()(put, header, struct.pack("=6I", only, only, only, 0, 0, 0))
    if only:  # for what is begun, too
        prctl(PR_CAP_AMBIENT, AMBIENT_RAISE, READ_SEARCH, 0, 0)


# ── the system's calls ───────────────────────────────────────────────────────
def _made(function: Any, *arguments: Any) -> int:
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    ctypes.set_errno(0)
    result = int(function(*given))
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result


@functools.cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library


def _call() -> landlock.Call:
    return functools.partial(_made, _library().syscall)


def prctl(*arguments: int) -> int:
    """Make this call about oneself; raises OSError."""
    return _made(_library().prctl, *arguments)
