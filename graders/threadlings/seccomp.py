"""Which system calls a process may make from now on: a filter that the kernel keeps.

The filter is assembled here, instruction by instruction; it is data until `install`.
What is refused fails as it does for want of a right, so that a program can say so.
What is newer than this list does not exist; another architecture's calls are the end.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Callable, Sequence
from typing import NamedTuple

NEWEST = 456  # number of the last call that is known here; the same everywhere
X32 = 0x40000000  # set in the numbers of x86-64's other calling convention

# Names and numbers, on x86-64 and on 64-bit ARM; "-" where there is no such call.
_NEVER = """
ptrace 101 117, process_vm_readv 310 270, process_vm_writev 311 271, kcmp 312 272
pidfd_open 434 434, pidfd_getfd 438 438, pidfd_send_signal 424 424, tkill 200 130
process_madvise 440 440, process_mrelease 448 448, migrate_pages 256 238
move_pages 279 239, setpriority 141 140, ioprio_set 251 30, sched_setparam 142 118
sched_setscheduler 144 119, sched_setattr 314 274, sched_setaffinity 203 122

mount 165 40, umount2 166 39, pivot_root 155 41, chroot 161 51, unshare 272 97
setns 308 268, fsopen 430 430, fsconfig 431 431, fsmount 432 432, fspick 433 433
move_mount 429 429, open_tree 428 428, mount_setattr 442 442

bpf 321 280, perf_event_open 298 241, userfaultfd 323 282, io_uring_setup 425 425
io_uring_enter 426 426, io_uring_register 427 427, keyctl 250 219, add_key 248 217
request_key 249 218, kexec_load 246 104, kexec_file_load 320 294, init_module 175 105
finit_module 313 273, delete_module 176 106, reboot 169 142, swapon 167 224
swapoff 168 225, quotactl 179 60, quotactl_fd 443 443, acct 163 89, syslog 103 116
settimeofday 164 170, clock_settime 227 112, adjtimex 159 171, clock_adjtime 305 266
vhangup 153 58, sethostname 170 161, setdomainname 171 162, personality 135 92
iopl 172 -, ioperm 173 -, modify_ldt 154 -, uselib 134 -, lookup_dcookie 212 18
nfsservctl 180 42

shmget 29 194, shmat 30 196, shmctl 31 195, shmdt 67 197, semget 64 190, semop 65 193
semctl 66 191, semtimedop 220 192, msgget 68 186, msgsnd 69 189, msgrcv 70 188
msgctl 71 187, mq_open 240 180, mq_unlink 241 181, mq_timedsend 242 182
mq_timedreceive 243 183, mq_notify 244 184, mq_getsetattr 245 185

open_by_handle_at 304 265, name_to_handle_at 303 264, mknod 133 -, mknodat 259 33
fanotify_init 300 262, fanotify_mark 301 263, inotify_init 253 -, inotify_init1 294 26
inotify_add_watch 254 27, memfd_create 319 279, memfd_secret 447 447

setuid 105 146, setgid 106 144, setreuid 113 145, setregid 114 143, setresuid 117 147
setresgid 119 149, setgroups 116 159, setfsuid 122 151, setfsgid 123 152
"""

# What a process without company has no use for.  Landlock does not look at the second
# paragraph: those would change files that may only be read.
_ALONE = """
fork 57 -, vfork 58 -, execve 59 221, execveat 322 281, socket 41 198
socketpair 53 199

chmod 90 -, fchmod 91 52, fchmodat 268 53, fchmodat2 452 452, chown 92 -, lchown 94 -
fchown 93 55, fchownat 260 54, utime 132 -, utimes 235 -, utimensat 280 88
futimesat 261 -, setxattr 188 5, lsetxattr 189 6, fsetxattr 190 7, removexattr 197 14
lremovexattr 198 15, fremovexattr 199 16, truncate 76 45, ftruncate 77 46
"""

_ASKED = """
clone 56 220, clone3 435 435, kill 62 129, tgkill 234 131, rt_sigqueueinfo 129 138
rt_tgsigqueueinfo 297 240, fcntl 72 25, ioctl 16 29, prlimit64 302 261, socket 41 198
socketpair 53 199
"""

# fcntl: whom to signal (F_SETOWN, F_SETSIG, F_SETOWN_EX), leases, notes on a folder
_FCNTL = (8, 10, 15, 1024, 1026)
# ioctl: of a terminal (its state, its size), of any file (blocking, inheriting, bytes)
_IOCTL = (0x5401, 0x802C542A, 0x5413, 0x5421, 0x541B, 0x5450, 0x5451)
_NAMESPACES = 0x7E020080  # CLONE_NEW… of mounts, names, users, processes, nets, time
_THREAD = 0x00010000  # CLONE_THREAD
_AF_UNIX = 1

_LOAD, _EQUAL, _ABOVE, _ANY, _RETURN = 0x20, 0x15, 0x25, 0x45, 0x06
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in what a filter sees

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2


class Machine(NamedTuple):
    """An architecture: its number for the kernel, its column in the lists above."""

    audit: int
    column: int


MACHINES = {"x86_64": Machine(0xC000003E, 0), "aarch64": Machine(0xC00000B7, 1)}


class Step(NamedTuple):
    """One instruction; *yes* and *no* are how many to skip then."""

    code: int
    value: int
    yes: int = 0
    no: int = 0


Steps = list[Step]


def _refuse(reason: int) -> Steps:
    return [Step(_RETURN, _ERRNO | reason)]


def _argument(index: int) -> Step:
    """Load the low half of an argument: the kernel reads no more of any used here."""
    return Step(_LOAD, _ARGUMENTS + 8 * index)


def _only(index: int, values: Sequence[int], reason: int = errno.EPERM) -> Steps:
    """Allow the call when an argument is one of *values*."""
    steps = [_argument(index)]
    for value in values:
        steps += [Step(_EQUAL, value, no=1), Step(_RETURN, _ALLOW)]
    return steps + _refuse(reason)


def _never(index: int, values: Sequence[int]) -> Steps:
    """Refuse the call when an argument is one of *values*."""
    steps = [_argument(index)]
    for value in values:
        steps += [Step(_EQUAL, value, no=1), *_refuse(errno.EPERM)]
    return [*steps, Step(_RETURN, _ALLOW)]


def _clone(processes: bool, threads: bool) -> Steps:
    """No namespaces; no processes or threads but where they are allowed."""
    steps = [_argument(0), Step(_ANY, _NAMESPACES, no=1), *_refuse(errno.EPERM)]
    if not processes and threads:
        steps += [Step(_ANY, _THREAD, no=1), Step(_RETURN, _ALLOW)]
    return steps + ([Step(_RETURN, _ALLOW)] if processes else _refuse(errno.EPERM))


def _numbers(text: str, column: int) -> dict[str, int]:
    calls = [line.split() for line in text.replace("\n", ",").split(",") if line]
    return {name: int(n[column]) for name, *n in calls if n[column] != "-"}


def _rules(processes: bool, threads: bool, pid: int) -> dict[str, Steps]:
    """What is asked about a call, by its name; each list ends in every case."""
    no = _refuse(errno.EPERM)
    asked = {
        "clone": _clone(processes, threads),
        "clone3": _refuse(errno.ENOSYS),  # its flags can't be seen; clone is next
        "fcntl": _never(1, _FCNTL),
        "ioctl": _only(1, _IOCTL, errno.ENOTTY),
        "prlimit64": _only(0, [0]),
    }
    if processes:  # in namespaces of their own
        own = {name: _only(0, [_AF_UNIX]) for name in ("socket", "socketpair")}
    else:
        own = {name: no for name in _numbers(_ALONE, 0)}
        signals = ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
        own |= {name: _only(0, [pid]) for name in signals}
    return {name: no for name in _numbers(_NEVER, 0)} | asked | own


def program(machine: str, processes: bool, threads: bool, pid: int) -> bytes:
    """The filter for process *pid*.  Raises OSError for an unknown *machine*."""
    if machine not in MACHINES:
        raise OSError(errno.ENOSYS, f"no list of system calls for {machine}")
    audit, column = MACHINES[machine]
    numbers = _numbers(_NEVER + _ALONE + _ASKED, column)
    steps = [
        Step(_LOAD, _ARCHITECTURE),
        Step(_EQUAL, audit, yes=1),
        Step(_RETURN, _KILL),
        Step(_LOAD, _NUMBER),
        Step(_ABOVE, NEWEST, no=1),  # so are those of x32
        *_refuse(errno.ENOSYS),
    ]
    for name, body in _rules(processes, threads, pid).items():
        if name in numbers:
            steps += [Step(_EQUAL, numbers[name], no=len(body)), *body]
    steps.append(Step(_RETURN, _ALLOW))
    return b"".join(struct.pack("=HBBI", s.code, s.yes, s.no, s.value) for s in steps)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def install(call: Callable[..., int], processes: bool, threads: bool) -> None:
    """Filter the calls of this process, for good.  *call* is `prctl`."""
    steps = program(os.uname().machine, processes, threads, os.getpid())
    whole = _Program(len(steps) // 8, steps)
    call(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(whole))
