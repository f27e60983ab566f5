"""Which files a process may use from now on: Landlock, as far as the kernel has it."""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Callable, Iterable

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
VERSION = 1  # flag: only say which version there is
PATH_BENEATH = 1

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = (1 << bit for bit in range(4))
REMOVE = 1 << 4 | 1 << 5  # folders, files
MAKE = 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 12  # all but devices
REFER, TRUNCATE = 1 << 13, 1 << 14
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE

READ = READ_FILE | READ_DIR
WRITE = READ | WRITE_FILE | REMOVE | MAKE | REFER | TRUNCATE

# How many rights on files each version knows, from the first on.
RIGHTS = (13, 14, 15, 15, 16)
NET_SINCE, SCOPE_SINCE = 4, 6
TCP = 0b11  # bind, connect
SCOPE = 0b11  # abstract sockets and signals stay inside

Call = Callable[..., int]


def version(call: Call) -> int:
    """Which version the kernel has; 0 for none.  *call* is `syscall`."""
    try:
        return call(CREATE_RULESET, 0, 0, VERSION)
    except OSError:
        return 0


def restrict(
    call: Call, readable: Iterable[str], writable: Iterable[str], execute: bool
) -> None:
    """Refuse this process all files but these, for good, and TCP and signals outwards.

    What *execute* allows is to begin the programs among what is *readable*.
    """
    have = version(call)
    every = (1 << RIGHTS[min(have, len(RIGHTS)) - 1]) - 1
    net = TCP if have >= NET_SINCE else 0
    scope = SCOPE if have >= SCOPE_SINCE else 0
    sizes = 8 + 8 * (have >= NET_SINCE) + 8 * (have >= SCOPE_SINCE)
    attributes = struct.pack("=QQQ", every, net, scope)[:sizes]
    rules = call(CREATE_RULESET, attributes, len(attributes), 0)
    try:
        for path in readable:
            _allow(call, rules, path, every & (READ | (EXECUTE if execute else 0)))
        for path in writable:
            _allow(call, rules, path, every & WRITE)
        call(RESTRICT_SELF, rules, 0)
    finally:
        os.close(rules)


def _allow(call: Call, rules: int, path: str, rights: int) -> None:
    """Allow *rights* on *path* and below; what is not there needs none."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(place).st_mode):
            rights &= OF_FILES
        rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, place))
        call(ADD_RULE, rules, PATH_BENEATH, ctypes.addressof(rule), 0)
    finally:
        os.close(place)
