"""Find out what can contain strangers' code here, by trying it, before any of it runs.

A small process inside of a box tries what must not be possible.  The first way in which
all of it fails is taken; where there is none, nothing is graded.
"""

from __future__ import annotations

import json
import os
import secrets
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from threadlings import cage, visible, ways
from threadlings.box import Boxed, Boxes, Files, read
from threadlings.child import Job
from threadlings.ways import Sight, Way

BWRAP, LANDLOCK, PODMAN = "bwrap", "landlock", "podman"
WAYS: dict[str, Way] = {
    BWRAP: ways.namespaces,
    LANDLOCK: ways.alone,
    PODMAN: ways.container,
}
PATIENCE = 30.0  # seconds for a box to begin
MEMORY = 2 * 1024**3
CHUNK = 64 * 1024
HELP = {
    BWRAP: "install bubblewrap, and allow user namespaces where they are switched off",
    LANDLOCK: "a Linux of 5.13 or later that has Landlock switched on",
    PODMAN: "install podman; `podman run` has to work for you",
}
ELSEWHERE = (
    "Strangers' code is contained on Linux only: grade in a container or a virtual "
    "machine with Linux in it, where this command finds out what it can do."
)


_known: set[tuple[str, bool, bool]] = set()  # what held in this process before


class Uncontained(Exception):
    """Nothing here contains strangers' code; the text says what was tried, and why."""


class Contained:
    """What contains strangers' code: the *name* of the way, and the boxes."""

    def __init__(self, name: str, boxes: Boxes, sight: Sight) -> None:
        self.name, self._boxes = name, boxes
        self.processes = sight.company

    def start(self, jobs: list[Job], memory: float, guard: float) -> Boxed:
        """What `supervise` begins a process with."""
        return self._boxes.start(jobs, memory, guard)

    @property
    def sentence(self) -> str:
        """What contains it, for a report."""
        if self.name == LANDLOCK:
            return "contained by Landlock and seccomp, without real processes"
        real = "with" if self.processes else "without"
        what = {BWRAP: "bubblewrap", PODMAN: "podman"}[self.name]
        return f"contained by {what} and seccomp, {real} real processes"

    def __enter__(self) -> Contained:
        return self

    def __exit__(self, *_: object) -> None:
        self._boxes.close()


def contain(
    graders: Iterable[Path],
    names: Iterable[str] = tuple(WAYS),
    reader: Callable[[Job], Files] = read,
) -> Contained:
    """The first way of *names* that contains a process.  Raises Uncontained.

    *graders* are all that will be asked for, *reader* gives the files of a job.
    """
    if sys.platform != "linux":
        raise Uncontained(ELSEWHERE)
    places = visible.places(graders)
    search = tuple(visible.search(places))
    reasons: dict[str, str] = {}
    for name in names:
        for company in (True, False)[name == LANDLOCK :]:
            sight = Sight(places, search, cage.has_landlock(), company)
            try:
                return _tried(name, sight, reader)
            except (OSError, Uncontained) as error:
                reasons[name] = f"{name}: {error}; what it needs: {HELP[name]}"
    said = "\n".join(("Nothing here contains strangers' code.", *reasons.values()))
    raise Uncontained(said)


def _tried(name: str, sight: Sight, reader: Callable[[Job], Files]) -> Contained:
    """The boxes of one way, after a first one was tried."""
    if name == LANDLOCK and not sight.landlock:
        raise Uncontained("this kernel has none")
    boxes = Boxes(WAYS[name], sight, reader)
    try:
        for processes in (False, True)[: 1 + sight.company]:
            if (name, sight.company, processes) not in _known:
                _refuses(boxes, processes=processes)
                _known.add((name, sight.company, processes))
    except BaseException:
        boxes.close()
        raise
    return Contained(name, boxes, sight)


def _refuses(boxes: Boxes, *, processes: bool) -> None:
    """Raise Uncontained if a process inside of a box could do what it must not."""
    with ExitStack() as stack:
        facts, reached = _bait(stack)
        request = {"probe": facts, "processes": processes, "memory": MEMORY}
        told = _asked(boxes, request, stack)
        could = told["could"] + reached()
    if could:
        raise Uncontained(f"a process inside could {', '.join(could)}")


def _bait(stack: ExitStack) -> tuple[dict[str, Any], Callable[[], list[str]]]:
    """What there is to reach, and whether it was."""
    room = stack.enter_context(tempfile.TemporaryDirectory(prefix="threadlings-"))
    os.chmod(room, 0o755)
    canary = Path(room, "canary")
    canary.write_text("a canary")
    canary.chmod(0o666)
    before = canary.stat()
    name = f"threadlings-{secrets.token_hex(8)}"
    inet = stack.enter_context(socket.socket())
    local = stack.enter_context(socket.socket(socket.AF_UNIX))
    inet.bind(("127.0.0.1", 0))
    local.bind(f"\0{name}")
    for one in (inet, local):
        one.listen()
        one.setblocking(False)

    def reached() -> list[str]:
        came = [one for one in (inet, local) if _came(one)]
        after = canary.stat()
        same = (after.st_mode, after.st_size) == (before.st_mode, before.st_size)
        return ["reach the network"] * bool(came) + ["change a file"] * (not same)

    facts = {
        **{"canary": str(canary), "port": inet.getsockname()[1], "name": name},
        **{"launcher": os.getpid(), "python": sys.executable},
    }
    return facts, reached


def _came(listening: socket.socket) -> bool:
    """Whether somebody wants to be let in."""
    try:
        listening.accept()[0].close()
    except BlockingIOError:
        return False
    return True


def _asked(boxes: Boxes, request: dict[str, Any], stack: ExitStack) -> dict[str, Any]:
    """What came back.  Raises Uncontained with what the box says for itself."""
    output = os.memfd_create("output")
    stack.callback(os.close, output)
    reports, theirs = os.pipe()
    stack.callback(os.close, reports)
    try:
        box = boxes.ask(request, theirs, output)
    finally:
        os.close(theirs)
    code = box.code(PATIENCE)
    said = os.pread(output, CHUNK, 0).decode("utf-8", "replace") or box.said
    box.spent = box.spent or code != 0
    boxes.give_back(box)
    if code != 0:
        raise Uncontained(_last(said) or f"it ended with {code}")
    found: dict[str, Any] = json.loads(os.read(reports, CHUNK))
    return found


def _last(text: str) -> str:
    """The last line of what a process said: what an exception was."""
    return text.strip().rpartition("\n")[2]
