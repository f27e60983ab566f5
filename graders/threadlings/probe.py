"""What can a contained process still do?  It is asked, before any stranger's code runs.

Each attempt is one thing that must not succeed.  The launcher prepares what there is to
reach, and looks afterwards whether it was reached.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
from collections.abc import Callable
from typing import Any, TextIO

PTRACE_ATTACH = 16

Facts = dict[str, Any]
Attempt = Callable[[Facts], None]


def _read(facts: Facts) -> None:
    open(facts["canary"], "rb").close()


def _write(facts: Facts) -> None:
    with open(facts["canary"], "ab") as file:
        file.write(b"!")


def _change(facts: Facts) -> None:
    os.chmod(facts["canary"], 0o777)


def _list(facts: Facts) -> None:
    os.listdir(os.path.dirname(facts["canary"]))


def _connect(facts: Facts) -> None:
    with socket.socket() as one:
        one.settimeout(1)
        one.connect(("127.0.0.1", facts["port"]))


def _abstract(facts: Facts) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.settimeout(1)
        one.connect(f"\0{facts['name']}")


def _signal(facts: Facts) -> None:
    os.kill(facts["launcher"], 0)


def _signal_parent(facts: Facts) -> None:
    os.kill(os.getppid(), signal.SIGCONT)


def _look_into(facts: Facts) -> None:
    open(f"/proc/{facts['launcher']}/environ", "rb").close()


def _trace(facts: Facts) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.ptrace(PTRACE_ATTACH, facts["launcher"], None, None) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _slow_down(facts: Facts) -> None:
    os.setpriority(os.PRIO_PROCESS, 0, 19)


def _rise(facts: Facts) -> None:
    os.setuid(0)


def _mount(facts: Facts) -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(b"none", b"/", b"tmpfs", 0, None) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def _begin(facts: Facts) -> None:
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitpid(child, 0)


def _become(facts: Facts) -> None:
    os.execv(facts["python"], [facts["python"], "-c", ""])


NEVER: dict[str, Attempt] = {
    "read a file of the launcher's": _read,
    "write into it": _write,
    "change its mode": _change,
    "list its folder": _list,
    "connect to the network": _connect,
    "connect to a local service": _abstract,
    "signal the launcher": _signal,
    "look into the launcher's memory": _look_into,
    "trace the launcher": _trace,
    "change how it is scheduled": _slow_down,
    "become root": _rise,
    "mount a file system": _mount,
}
ALONE: dict[str, Attempt] = {
    "signal its parent": _signal_parent,
    "begin a process": _begin,
    "become another program": _become,
}


def main(facts: Facts, processes: bool, out: TextIO) -> None:
    """Try everything and write the names of what succeeded, as a line of JSON.

    No report comes from where not even a library and a submission could be read, or,
    where processes are allowed, none begun.
    """
    open(json.__file__, "rb").close()
    os.listdir()
    if processes:
        _begin(facts)
    attempts = NEVER if processes else NEVER | ALONE
    could = [name for name, attempt in attempts.items() if _succeeds(attempt, facts)]
    out.write(json.dumps({"could": could}) + "\n")
    out.flush()


def _succeeds(attempt: Attempt, facts: Facts) -> bool:
    try:
        attempt(facts)
    except OSError:
        return False
    return True
