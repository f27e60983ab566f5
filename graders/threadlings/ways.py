"""Three ways to make a box in which strangers' code can be run.  Linux only.

`bubblewrap` gives it namespaces of its own, and a view of the disk that has nothing but
what is listed; there a submission may have processes as well.  Where that can't be,
Landlock and seccomp leave a process alone with itself.  Where the kernel has no
Landlock, `podman` makes a container with the same view as bubblewrap's.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple

from threadlings import attend, texts
from threadlings.cage import Cage

SCRATCH, SHARED = "/threadlings", "/dev/shm"
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
ROOM = 64 * 1024 * 1024  # bytes of a scratch folder, and of shared memory
OPEN, MANY = 1024, 4096  # files and tasks of a whole container
SPARE = range(60_706, 61_184)  # user ids that no system gives to anybody
KEPT = ("LD_LIBRARY_PATH",)  # some interpreters do not find their own libraries without
CLOSED = (  # what a container is not to have, and the little that it needs
    *("--rm", "--read-only", "--read-only-tmpfs=false", "--network=none"),
    *("--no-hosts", "--passwd=false", "--http-proxy=false", "--log-driver=none"),
    *("--systemd=false", "--security-opt=label=disable", "--workdir=/"),
    *("--cap-drop=ALL", "--preserve-fds=1", f"--shm-size={ROOM}"),
    f"--tmpfs={SCRATCH}:rw,size={ROOM},mode=1777",
    # What podman asks for by itself is more than some may have.
    *(f"--ulimit=nofile={OPEN}:{OPEN}", f"--ulimit=nproc={MANY}:{MANY}"),
)
POINTS = {  # what podman mounts by itself, and whether it is a folder
    **dict.fromkeys(("/proc", "/sys", "/dev", SCRATCH), True),
    **dict.fromkeys(("/run/.containerenv", "/etc/hostname", "/etc/resolv.conf"), False),
}
NEEDS = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL", "CAP_DAC_READ_SEARCH")


@dataclass(frozen=True)
class Sight:
    """What is there for a box: *places* to read, and where modules are looked for."""

    places: tuple[str, ...]
    search: tuple[str, ...]
    landlock: bool  # the kernel has it
    company: bool = True  # graders may begin processes, where there are namespaces

    def cage(self, *readable: str, counted: bool = True) -> Cage:
        """The cage of a process that is alone, and may read this."""
        return Cage(readable, (), False, counted, self.landlock, _spare())

    def environment(self, scratch: str) -> dict[str, str]:
        """All that is known inside: hardly anything of the launcher's goes in."""
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        return kept | {
            "PYTHONPATH": os.pathsep.join(self.search),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "MALLOC_ARENA_MAX": "1",  # else a thread takes its piece of address space
            "LC_ALL": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "HOME": scratch,
            "TMPDIR": scratch,
            texts.VARIABLE: texts.spoken(),
        }


class Command(NamedTuple):
    """What begins a box, what that has to know, and where submissions lie in it."""

    arguments: list[str]
    environment: Mapping[str, str]
    scratch: str


Way = Callable[[Sight, ExitStack, int], Command]


def _spare() -> int:
    """Whom root becomes: somebody else in each box, so that each has its own count."""
    return random.SystemRandom().choice(SPARE) if os.geteuid() == 0 else 0


def _program(name: str) -> str:
    """Where a program is.  Raises OSError."""
    found = shutil.which(name)
    if found is None:
        raise OSError("it is not installed")
    return found


def namespaces(sight: Sight, stack: ExitStack, control: int) -> Command:
    """The command of a box with namespaces."""
    command = [_program("bwrap"), *_unshared(), *_mounts(sight.places)]
    known = sight.environment(SCRATCH)
    for name, value in known.items():
        command += ["--setenv", name, value]
    return Command([*command, "--", *_populated(sight, control)], known, SCRATCH)


def _populated(sight: Sight, control: int) -> list[str]:
    """What is begun in a box that may have several processes."""
    single = sight.cage("/")  # there is nothing else
    writable = (SCRATCH, SHARED, "/dev/null")
    company = replace(single, writable=writable, processes=True)
    return _warm(control, SCRATCH, single, company if sight.company else None)


def _unshared() -> list[str]:
    """What the processes inside have for themselves, and what is taken from them."""
    names = ("pid", "net", "ipc", "uts")
    options = [f"--unshare-{name}" for name in names]
    options += ["--unshare-cgroup-try", "--as-pid-1", "--die-with-parent"]
    options += ["--new-session", "--clearenv", "--chdir", "/", "--cap-drop", "ALL"]
    if os.geteuid() != 0:
        return [*options, "--unshare-user"]
    for need in NEEDS:  # root stays who it is, as files may be root's alone
        options += ["--cap-add", need]
    return options


def _mounts(places: Sequence[str]) -> list[str]:
    """A disk with *places* to read, and a little room that is forgotten afterwards."""
    options = ["--perms", "0755", "--size", f"{1024 * 1024}", "--tmpfs", "/dev"]
    for device in DEVICES:
        options += ["--dev-bind", device, device]
    for room in (SHARED, SCRATCH):
        options += ["--perms", "1777", "--size", f"{ROOM}", "--tmpfs", room]
    for place in places:
        options += ["--ro-bind", place, place]
    return [*options, "--remount-ro", "/dev", "--remount-ro", "/"]


def alone(sight: Sight, stack: ExitStack, control: int) -> Command:
    """The command of a box without namespaces: nobody in it may have company."""
    scratch = _room(stack)
    # Whoever is no spare user shares the count of tasks with all that the user runs.
    one = sight.cage(*sight.places, scratch, counted=os.geteuid() == 0)
    known = sight.environment(scratch)
    return Command(_warm(control, scratch, one, None), known, scratch)


def _room(stack: ExitStack) -> str:
    """A folder that everybody may look into, as long as the box is there."""
    room = tempfile.TemporaryDirectory(
        prefix="threadlings-", ignore_cleanup_errors=True
    )
    path = os.path.realpath(stack.enter_context(room))
    os.chmod(path, 0o755)
    return path


def container(sight: Sight, stack: ExitStack, control: int) -> Command:
    """The command of a box that is a container."""
    root = _room(stack)
    options = [f"--cap-add={need}" for need in NEEDS]
    if os.geteuid() != 0:
        options = ["--userns=keep-id"]
    points = POINTS | {place: os.path.isdir(place) for place in sight.places}
    for place, folder in points.items():
        _point(Path(f"{root}{place}"), folder)
    os.chmod(f"{root}{SCRATCH}", 0o1777)  # what is mounted there may get its mode
    for place in sight.places:  # an environment of Python's has no colon in its path
        options += ["--volume", f"{place}:{place}:ro"]
    for name, value in sight.environment(SCRATCH).items():
        options += ["--env", f"{name}={value}"]
    begin = [sys.executable, "-I", "-S", attend.__file__, f"{control}"]
    podman = [_program("podman"), "run", *CLOSED, *options, "--rootfs", root]
    inside = _populated(sight, attend.FIRST)
    return Command([*begin, *podman, *inside], os.environ, SCRATCH)


def _point(point: Path, folder: bool) -> None:
    """Make the place where something is mounted; who mounts it may be somebody else."""
    if folder:
        point.mkdir(parents=True, exist_ok=True)
    else:
        point.parent.mkdir(parents=True, exist_ok=True)
        point.touch()


def _warm(control: int, scratch: str, one: Cage, company: Cage | None) -> list[str]:
    orders = {
        "scratch": scratch,
        "cage": asdict(one),
        "company": company and asdict(company),
    }
    program = [sys.executable, "-m", "threadlings.warm"]
    return [*program, str(control), json.dumps(orders)]
