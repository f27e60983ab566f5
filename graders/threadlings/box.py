"""A box: where strangers' code runs, one process at a time.  Linux only.

In it is a warm process that is ready to begin (`warm`).  A submission goes in as bytes
that the launcher has read, and its reports come out through a pipe of its own: nothing
on the disk is shared.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import select
import signal
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from threadlings import child, intake, kit
from threadlings.child import DUMP, GRACE, Job
from threadlings.ways import Sight, Way

ENDS = 5.0  # seconds that the warm process may take to end something
LETTER = 256
ABORT, KILL = b"abort", b"kill"
CHUNK = 1024 * 1024
MOST = 4 * CHUNK  # bytes of reports for a job; the longest known has 0.1 MiB

Files = Mapping[str, bytes]


def read(job: Job) -> Files:
    """The submission of *job* under its usual name, and what it may find beside it.

    Only plain files are read, and no link is followed.
    """
    path = Path(job["submission"])
    wanted = {_module(job): path}
    wanted |= {name: path.with_name(name) for name in job.get("beside", ())}
    files: dict[str, bytes] = {}
    for name, place in wanted.items():
        with suppress(OSError):
            files[name] = intake.content(place)
    return files


def _module(job: Job) -> str:
    return f"{kit.of_grader(Path(job['grader'])).module}.py"


class Box:
    """A warm process, contained in some *way*; one process at a time works in it.

    It ends when its launcher does, however that ends.
    """

    def __init__(self, way: Way, sight: Sight) -> None:
        self.spent = False  # nobody else may use it
        self._token = secrets.token_hex(16)
        with ExitStack() as stack:
            self._said = os.memfd_create("said")
            stack.callback(os.close, self._said)
            pair = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            self._control, theirs = map(stack.enter_context, pair)
            command = way(sight, stack, theirs.fileno())
            self.scratch = command.scratch
            self._process = subprocess.Popen(
                command.arguments,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=self._said,
                stderr=self._said,
                cwd="/",
                env={**command.environment, child.TOKEN: self._token},
                start_new_session=True,
            )
            theirs.close()
            self._stack = stack.pop_all()

    @property
    def said(self) -> str:
        """What it said about itself: why it could not be made."""
        if self.spent:  # it may say so when the socket is closed already
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(ENDS)
        return os.pread(self._said, LETTER * 16, 0).decode("utf-8", "replace").strip()

    def ask(self, request: Mapping[str, Any], reports: int, output: int) -> None:
        """Have something done, and its output put into files.  Raises OSError."""
        file = os.memfd_create("request")
        try:
            with open(file, "w", encoding="utf-8", closefd=False) as text:
                json.dump(request, text)
            os.lseek(file, 0, os.SEEK_SET)
            socket.send_fds(self._control, [b"job"], [file, reports, output])
        finally:
            os.close(file)

    def tell(self, letter: bytes) -> None:
        """Say something about what it is busy with."""
        with suppress(OSError):  # it is gone, and that with it
            self._control.send(letter)

    def code(self, patience: float = 0) -> int | None:
        """The exit code of what was asked; None while it runs, -9 when all is lost."""
        ready, _, _ = select.select([self._control], [], [], patience)
        if not ready:
            return None
        letter = b""
        with suppress(ConnectionError):
            letter = self._control.recv(LETTER)
        if not letter:
            self.spent = True
            return -signal.SIGKILL
        said = json.loads(letter)
        self.spent = said["spent"]
        return int(said["ended"])

    def close(self) -> None:
        """End it and all that is in it."""
        self.spent = True
        self._control.close()  # the warm process ends then, and what it has begun
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(ENDS)
        child.end(self._process, self._token)
        self._stack.close()


class Boxed:
    """A process that does one job inside a box; from outside it is as a `Child` is."""

    def __init__(self, boxes: Boxes, job: Job, files: Files, memory: int) -> None:
        self._boxes = boxes
        self._code: int | None = None
        self._closed = False
        self._rest, self._length = b"", 0
        self._output = os.memfd_create("output")
        self._reports, theirs = os.pipe()
        os.set_blocking(self._reports, False)
        request = {
            "job": job,
            "module": _module(job),
            "files": {name: base64.b64encode(b).decode() for name, b in files.items()},
            "memory": memory,
        }
        self._submission = job["submission"]
        try:
            self._box = boxes.ask(request, theirs, self._output)
        finally:
            os.close(theirs)
        self._inside = f"{self._box.scratch}/desk/{request['module']}"

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        if self._code is None:
            self._code = self._box.code()
        return self._code

    def lines(self) -> Iterator[bytes]:
        """The whole lines that came since the last time.  Raises ValueError."""
        with suppress(BlockingIOError):
            while chunk := os.read(self._reports, CHUNK):
                self._rest += chunk
                self._length += len(chunk)
                if self._length > MOST:
                    raise ValueError("more than any report")
        *lines, self._rest = self._rest.split(b"\n")
        yield from lines

    def stacks(self) -> str:
        """What faulthandler wrote when it ended, or what else it said last."""
        start = max(0, os.fstat(self._output).st_size - DUMP)
        said = os.pread(self._output, DUMP, start).decode("utf-8", "replace")
        outside = f"{self._submission}".encode("ascii", "backslashreplace").decode()
        return said.replace(f'"{self._inside}"', f'"{outside}"')

    def abort(self) -> None:
        """End it; it says first where it was."""
        os.ftruncate(self._output, 0)  # there may be no room for the stacks
        self._box.tell(ABORT)
        self._await(GRACE)
        self.kill()

    def kill(self) -> None:
        """End it and whatever it has started."""
        if self.code is None:
            self._box.tell(KILL)
            self._await(ENDS)
        if self._code is None:
            self._box.close()
            self._code = -signal.SIGKILL

    def _await(self, seconds: float) -> None:
        if self._code is None:
            self._code = self._box.code(seconds)

    def close(self) -> None:
        """End it and forget what it wrote; the box is free for the next one."""
        if not self._closed:
            self._closed = True
            self.kill()
            os.close(self._reports)
            os.close(self._output)
            self._boxes.give_back(self._box)


class Boxes:
    """As many boxes as there are processes at once; each is used again while it may be.

    `start` is what `supervise` asks for.  The thread that calls it has to live as long
    as the boxes do: the kernel ends a box with the thread that began it.
    """

    def __init__(
        self, way: Way, sight: Sight, reader: Callable[[Job], Files] = read
    ) -> None:
        self._way, self._sight, self._read = way, sight, reader
        self._free: list[Box] = []

    def start(self, jobs: list[Job], memory: float, guard: float) -> Boxed:
        """A process at work on a job; as a guard, a box ends with its launcher."""
        (job,) = jobs
        return Boxed(self, job, self._read(job), int(memory))

    def ask(self, request: Mapping[str, Any], reports: int, output: int) -> Box:
        """Have something done in a box, which is taken until it is given back."""
        while self._free:
            box = self._free.pop()
            try:
                box.ask(request, reports, output)
            except OSError:  # it has ended while nobody needed it
                box.close()
            else:
                return box
        box = Box(self._way, self._sight)
        box.ask(request, reports, output)
        return box

    def give_back(self, box: Box) -> None:
        """Let others use *box*, if anybody may."""
        if box.spent:
            box.close()
        else:
            self._free.append(box)

    def __enter__(self) -> Boxes:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the boxes that are free."""
        while self._free:
            self._free.pop().close()
