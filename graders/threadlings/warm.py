"""The process inside the box that is ready to begin: it forks, and meets no submission.

`python -m threadlings.warm SOCKET ORDERS` has loaded all that a worker needs.  For
each job it is told by the launcher, it forks a process that shuts itself in and does
the job; then it says how that one ended.  It ends when the launcher does.
"""

from __future__ import annotations

import base64
import contextlib
import faulthandler
import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

from threadlings import cage, probe, texts, worker
from threadlings.cage import Cage

ABORT, KILL = b"abort", b"kill"
LETTER = 64  # bytes of a message; what is long comes as a file
REPORTS = 3  # the number of the pipe that reports go to
Request = dict[str, Any]


@dataclass(frozen=True)
class Orders:
    """What the launcher has found out about this box."""

    scratch: str  # the folder for submissions
    cage: dict[str, Any]
    company: dict[str, Any] | None  # the cage of graders that begin real processes


class Warm:
    """One job after the other, until the launcher is gone."""

    def __init__(self, control: socket.socket, orders: Orders) -> None:
        self._control = control
        self._desk = Path(orders.scratch) / "desk"
        self._alone = _cage(orders.cage)
        self._company = _cage(orders.company) if orders.company else None
        self._graders: dict[Path, ModuleType] = {}
        self._woken, bell = os.pipe()
        for end in (self._woken, bell):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(bell, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Do what is asked for, until nobody can ask any more."""
        while True:
            letter, files, *_ = socket.recv_fds(self._control, LETTER, 3)
            if not letter:
                return
            if files:  # else it is about a job that has ended
                self._attend(*files)

    def _attend(self, request: int, reports: int, output: int) -> None:
        """Have one job done; say how its process ended."""
        with open(request, encoding="utf-8") as file:
            asked = json.load(file)
        company = self._company if self._in_company(asked) else None
        child = os.fork()
        if not child:
            self._inside(asked, company or self._alone, reports, output)
        os.close(reports)
        os.close(output)
        code = self._ended(child)
        shutil.rmtree(self._desk, ignore_errors=True)
        met = "job" in asked and (company or not self._alone.landlock)
        spent = bool(met) or self._desk.exists()
        self._control.send(json.dumps({"ended": code, "spent": spent}).encode())

    def _in_company(self, asked: Request) -> bool:
        """Whether real processes are wanted."""
        if "probe" in asked:
            return bool(asked["processes"])
        try:
            tests = worker.promises(self._load(Path(asked["job"]["grader"])))
        except Exception:  # its own process will say so
            return False
        return any(map(worker.is_confirmed, tests.values()))

    def _load(self, path: Path) -> ModuleType:
        """A grader; the processes that are forked later inherit it."""
        if path not in self._graders:
            self._graders[path] = worker.load_grader(path)
        return self._graders[path]

    # ── the job's own process ────────────────────────────────────────────────
    def _inside(self, asked: Request, into: Cage, reports: int, output: int) -> None:
        """Be shut in, then do the job.  What fails before that is in no report."""
        code = 1
        try:
            _alone_with(reports, output)
            faulthandler.enable()
            os.chdir(self._desk.parent)
            inner = replace(into, memory=asked["memory"])
            if "probe" in asked:
                cage.shut(inner)
                with open(REPORTS, "w", encoding="utf-8") as out:
                    probe.main(asked["probe"], inner.processes, out)
            else:
                self._work(asked, inner)
            code = 0
        except BaseException:
            traceback.print_exc()
        os._exit(code)

    def _work(self, asked: Request, inner: Cage) -> None:
        self._desk.mkdir()
        for name, text in asked["files"].items():
            (self._desk / name).write_bytes(base64.b64decode(text))
        place = {"submission": str(self._desk / asked["module"])}
        job = {**asked["job"], **place, "real": inner.processes}
        os.register_at_fork(after_in_child=lambda: os._exit(1))  # it would report, too
        with open(REPORTS, "w", encoding="utf-8") as out:
            cage.shut(inner)
            worker.work([job], out, load=self._load)

    # ── and its parent ───────────────────────────────────────────────────────
    def _ended(self, child: int) -> int:
        """Wait for its end; the exit code.  Obeys the launcher meanwhile."""
        poll = select.poll()
        poll.register(self._control, select.POLLIN)
        poll.register(self._woken, select.POLLIN)
        while True:
            for number, _ in poll.poll():
                if number == self._woken:
                    os.read(self._woken, LETTER)
                else:
                    self._obey(child)
            for pid, status in _reaped():
                if pid == child:
                    return os.waitstatus_to_exitcode(status)

    def _obey(self, child: int) -> None:
        letter = self._control.recv(LETTER)
        if letter == ABORT:
            os.kill(child, signal.SIGABRT)
            os.kill(child, signal.SIGCONT)
        else:
            os.kill(child, signal.SIGKILL)
        if not letter:
            os.waitpid(child, 0)
            self.leave()

    def leave(self) -> NoReturn:
        """End, and leave nothing."""
        shutil.rmtree(self._desk, ignore_errors=True)
        os._exit(0)


def _cage(facts: dict[str, Any]) -> Cage:
    lists = {name: tuple(facts[name]) for name in ("readable", "writable")}
    return Cage(**{**facts, **lists})


def _alone_with(reports: int, output: int) -> None:
    """Keep these two files open and no other, and be as any process is."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    for number in (1, 2):
        os.dup2(output, number)
    os.set_inheritable(reports, False)
    if reports != REPORTS:
        os.dup2(reports, REPORTS, inheritable=False)
    os.closerange(REPORTS + 1, os.sysconf("SC_OPEN_MAX"))


def _reaped() -> Iterator[tuple[int, int]]:
    """Those that have ended: our own, and orphans where all of them come to us."""
    with contextlib.suppress(ChildProcessError):
        while True:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                return
            yield pid, status


def main(arguments: list[str]) -> None:
    """Get ready, then serve."""
    number, orders = arguments
    os.umask(0o022)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cage.unseen()
    texts.speak()
    warm = Warm(socket.socket(fileno=int(number)), Orders(**json.loads(orders)))
    gc.collect()
    gc.freeze()
    warm.serve()
    warm.leave()


if __name__ == "__main__":
    main(sys.argv[1:])
