"""One process at work on jobs: start it, read what it writes, end it for certain.

The process has a session of its own, no input, and files instead of pipes: a process
that it leaves behind can hold a pipe open for ever.  Its reports are read with the
offset that we remember, whatever it does to the file.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from threadlings import texts

Job = dict[str, Any]

LONGEST = 8 * 1024 * 1024  # bytes of a line; more is garbage
DUMP = 64 * 1024  # bytes of the output's end in which the stacks are looked for
GRACE = 1.0  # seconds for writing the stacks
GLANCE = 0.005
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER
TOKEN = "THREADLINGS_CHILD"
STRAYS = 5.0  # seconds for killing what it has left behind


class Child:
    """A process that does jobs: it runs *module*, a worker unless said otherwise."""

    def __init__(
        self, jobs: list[Job], *limits: float, module: str = "threadlings.worker"
    ) -> None:
        self._room = tempfile.TemporaryDirectory(
            prefix="threadlings-", ignore_cleanup_errors=True
        )
        room = Path(self._room.name)
        self._output = room / "output"
        (room / "jobs").write_text(json.dumps(jobs), "utf-8")
        (room / "reports").touch()
        (room / "desk").mkdir()
        self._reports = (room / "reports").open("rb")
        self._rest = b""
        self._ended = False
        self._token = secrets.token_hex(16)
        arguments = [str(room / "jobs"), str(room / "reports"), *map(str, limits)]
        with open(self._output, "ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=room / "desk",
                env=_environment(self._token),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.poll()

    def lines(self) -> Iterator[bytes]:
        """The whole lines that came since the last time.  Raises ValueError."""
        self._rest += self._reports.read(LONGEST)
        *lines, self._rest = self._rest.split(b"\n")
        if len(self._rest) >= LONGEST:
            raise ValueError("a line without an end")
        yield from lines

    def stacks(self) -> str:
        """What faulthandler wrote when it ended, or what else it said last."""
        with contextlib.suppress(OSError), open(self._output, "rb") as file:
            file.seek(max(0, self._output.stat().st_size - DUMP))
            return file.read().decode("utf-8", "replace")
        return ""

    def abort(self) -> None:
        """End it; where the system can, it says first where it was."""
        if sys.platform != "win32":
            with contextlib.suppress(OSError):
                os.truncate(self._output, 0)  # there may be no room for the stacks
            self._process.send_signal(signal.SIGABRT)
            self._process.send_signal(signal.SIGCONT)
            end = time.monotonic() + GRACE
            while self.code is None and time.monotonic() < end:
                time.sleep(GLANCE)
        self.kill()

    def kill(self) -> None:
        """End it and whatever it has started, once: its number is free then."""
        if self._ended:
            return
        self._ended = True
        end(self._process, self._token)

    def close(self) -> None:
        """End it and forget what it wrote."""
        self.kill()
        self._reports.close()
        self._room.cleanup()


def end(process: subprocess.Popen[bytes], token: str) -> None:
    """End a process that leads a session, and whatever carries *token*."""
    pid = process.pid
    alive = process.poll() is None
    doomed = _tree(pid) - {pid} if alive else _strays(pid, token)
    if sys.platform != "win32":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
    process.kill()
    process.wait()
    if sys.platform == "linux":
        _end_strays(pid, token, doomed)


def _environment(token: str) -> dict[str, str]:
    """The same modules as here, the same hashes always, and nothing of this pytest."""
    ours = ("PYTEST_", "COV_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return kept | {
        "PYTHONPATH": os.pathsep.join(os.path.abspath(p) for p in sys.path if p),
        "PYTHONHASHSEED": "0",
        "MALLOC_ARENA_MAX": "1",  # else each thread takes a piece of the address space
        TOKEN: f"{token} {os.environ.get(TOKEN, '')}",
        texts.VARIABLE: texts.spoken(),
    }


# ── processes that a process leaves behind (Linux) ───────────────────────────
class Adopting:
    """While any of these is open, orphans of our children come to us."""

    _lock = threading.Lock()
    _open = 0

    def __enter__(self) -> None:
        with self._lock:
            Adopting._open += 1
            _adopt(True)

    def __exit__(self, *_: object) -> None:
        with self._lock:
            Adopting._open -= 1
            _adopt(Adopting._open > 0)


def _adopt(wanted: bool) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(SUBREAPER, int(wanted), 0, 0, 0)


def _end_strays(group: int, token: str, doomed: set[int]) -> None:
    """Kill the *doomed*, and then what else comes to us, to the last one."""
    _kill(doomed)
    end = time.monotonic() + STRAYS
    while time.monotonic() < end:
        left = _strays(group, token) | doomed.intersection(_children(os.getpid()))
        if not left:
            return
        trees = set().union(*map(_tree, left))
        _kill(trees)
        doomed |= trees  # what is dead carries no token any more
        for pid in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)


def _strays(group: int, token: str) -> set[int]:
    """Our children that are of *group* or carry *token*; others may be anybody's."""
    found = set()
    for pid in _children(os.getpid()):
        with contextlib.suppress(OSError):
            if os.getpgid(pid) == group or _carries(pid, token):
                found.add(pid)
    return found


def _kill(pids: set[int]) -> None:
    for pid in pids:
        with contextlib.suppress(OSError):
            os.kill(pid, signal.SIGKILL)


def _children(parent: int) -> list[int]:
    found = []
    for path in Path(f"/proc/{parent}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += [int(pid) for pid in path.read_text().split()]
    return found


def _tree(root: int) -> set[int]:
    return {root}.union(*(_tree(pid) for pid in _children(root)))


def _carries(pid: int, token: str) -> bool:
    """Whether *pid* began below the process with this *token*, however far below."""
    variables = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    own = [one for one in variables if one.startswith(f"{TOKEN}=".encode())]
    return any(token.encode() in one for one in own)
