"""Whatever a submission tries, it stays in its box, and its report comes out of it."""

from __future__ import annotations

import contextlib
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "linux":
    pytest.skip("boxes are for Linux", allow_module_level=True)

from threadlings import box, contain, kit, ways
from threadlings.child import _children
from threadlings.contain import Contained, Uncontained
from threadlings.fate import Report
from threadlings.supervise import supervise

KIT = Path(__file__).parents[1]
PATIENCE = 2.0
ORDINARY = 65_534
PROMISES = '''
"""A grader of three promises; a submission is hostile in the second one."""

from threadlings import every_order


@every_order
def test_before(submission):
    """What comes before is kept."""
    assert submission.fine() == 1


@every_order
def test_act(submission):
    """The call comes back."""
    submission.act()


@every_order{last}
def test_after(submission):
    """What comes after is kept."""
    assert submission.fine() == 1
'''
FINE = """
import importlib, itertools, sys
real = importlib.import_module
os, signal, socket, ctypes = map(real, ('os', 'signal', 'socket', 'ctypes'))
threading, resource = map(real, ('threading', 'resource'))
library = ctypes.CDLL(None, use_errno=True)


def fine():
    return 1


def refused(do, *arguments):
    try:
        result = do(*arguments)
    except (OSError, RuntimeError):
        return
    raise ValueError(f'{do.__name__}{arguments} could be done: {result}')


def system(name, *arguments):
    if getattr(library, name)(*arguments) < 0:
        raise OSError(ctypes.get_errno(), name)


def flags(path):
    real('fcntl').ioctl(os.open(path, os.O_RDONLY), 0x40086602, b'\\0' * 8)


def names(folder):
    if CANARY not in [os.path.join(folder, name) for name in os.listdir(folder)]:
        raise OSError('not seen')


def own(who):
    real('fcntl').fcntl(0, real('fcntl').F_SETOWN, who)

"""

# What nobody may do, in no box.
NEVER = """
for path in (CANARY, '/etc/passwd', '/proc/1/environ', f'/proc/{LAUNCHER}/mem',
             '/dev/mem', '/dev/tty'):
    refused(os.open, path, os.O_RDONLY)
refused(names, os.path.dirname(CANARY))
for path in (CANARY, os.path.join(os.path.dirname(CANARY), 'new'), '/new', '/etc/new',
             '/usr/lib/new', sys.executable, threading.__file__, GRADER, '/dev/new'):
    refused(os.open, path, os.O_WRONLY | os.O_CREAT)
    refused(os.mkdir, f'{path}.folder')
    refused(os.symlink, '/etc', f'{path}.link')
    refused(os.link, threading.__file__, f'{path}.hard')
    refused(os.rename, path, f'{path}.away')
for path in (CANARY, sys.executable, threading.__file__, GRADER):
    refused(os.remove, path)
    refused(os.chmod, path, 0o777)
    refused(os.utime, path)
    refused(os.truncate, path, 0)
    refused(os.chown, path, 1, 1)
    refused(os.setxattr, path, 'user.x', b'x')
    refused(flags, path)
refused(os.mkfifo, '/fifo')
refused(os.mknod, '/node', 0o60600)
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, 40):
    refused(socket.socket, family)
refused(os.kill, LAUNCHER, 0)
refused(own, LAUNCHER)
refused(signal.pidfd_send_signal, 3, 0)
refused(os.pidfd_open, os.getpid())
refused(system, 'ptrace', 16, LAUNCHER, 0, 0)
refused(system, 'ptrace', 0, 0, 0, 0)
refused(system, 'mount', b'none', b'/', b'tmpfs', 0, 0)
refused(system, 'umount2', b'/', 2)
refused(os.chroot, '/')
for flags_ in (0x10000000, 0x20000000, 0x40000000, 0x00020000):
    refused(system, 'unshare', flags_)
for name, kind in (('shmget', 1), ('semget', 1), ('msgget', 1)):
    refused(system, name, kind, 1, 0o1666)
refused(system, 'memfd_create', b'x', 0)
refused(system, 'sethostname', b'x', 1)
refused(system, 'inotify_init1', 0)
refused(os.setpriority, os.PRIO_PROCESS, 0, 19)
refused(os.sched_setaffinity, 0, {0})
refused(resource.prlimit, LAUNCHER, resource.RLIMIT_CORE, (0, 0))
refused(os.setuid, 0)
refused(real('time').clock_settime, 0, 0)
"""

# What besides is refused to whoever is alone.
ALONE = """
refused(os.fork)
refused(os.posix_spawn, sys.executable, [sys.executable, '-c', ''], {})
refused(real('subprocess').Popen, [sys.executable, '-c', ''])
refused(os.execv, sys.executable, [sys.executable, '-c', ''])
refused(os.kill, os.getppid(), signal.SIGKILL)
refused(os.kill, os.getppid(), signal.SIGSTOP)
refused(os.kill, -1, signal.SIGKILL)
refused(os.kill, 0, signal.SIGKILL)
refused(socket.socket, socket.AF_UNIX)
refused(socket.socketpair)
refused(os.open, HERE, os.O_WRONLY)
refused(os.chmod, HERE, 0o777)
refused(os.remove, HERE)
refused(os.open, os.path.dirname(HERE) + '/new', os.O_WRONLY | os.O_CREAT)
refused(os.open, '/dev/shm/new', os.O_WRONLY | os.O_CREAT)
refused(os.open, '/tmp/new', os.O_WRONLY | os.O_CREAT)
refused(lambda: [os.dup(0) for _ in range(99)])
refused(lambda: [threading.Thread(target=real('time').sleep, args=[99]).start()
                 for _ in range(99)])
"""

# A hostile call, and the kind of what is found; None where it comes back.
CASES = {
    "comes back": ("pass", None),
    "what nobody may do": (NEVER, None),
    "what needs company": (ALONE, None),
    "C loop": ("sum(itertools.repeat(0))", "gave-up"),
    "stops itself": (
        "os.kill(os.getpid(), signal.SIGSTOP)\nsum(itertools.repeat(0))",
        "gave-up",
    ),
    "deaf to SIGABRT": (
        """
        signal.signal(signal.SIGABRT, signal.SIG_IGN)
        real('faulthandler').disable()
        sum(itertools.repeat(0))
        """,
        "gave-up",
    ),
    "killed": ("os.kill(os.getpid(), signal.SIGKILL)", "gave-up"),
    "os._exit": ("os._exit(0)", "crash"),
    "segmentation fault": ("os.kill(os.getpid(), signal.SIGSEGV)", "crash"),
    "2 GiB": ("[0] * (1 << 28)", "crash"),
    "endless output": (
        "any(map(lambda _: not os.write(1, b'x' * 9999), iter(int, 1)))",
        "crash",
    ),
    "endless reports": (
        "any(map(lambda _: not os.write(3, b'x' * 9999), iter(int, 1)))",
        "crash",
    ),
    "garbage": ("os.write(3, b'{}\\n')", "crash"),
    "forgery": (
        "os.write(3, b'{\"job\": \"forgery\", \"test\": \"test_after\"}\\n')",
        "crash",
    ),
    "closes its pipe": ("os.close(3)", "crash"),
    "another architecture": ("code()", "crash"),
}  # fmt: skip

# As another program, on x86-64: `int 0x80` is a call by the old numbers, as of getpid.
CODE = """
def code():
    memory = real('mmap').mmap(-1, 4096, prot=7)
    memory.write(bytes.fromhex('b814000000cd80c3'))
    address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
    if os.uname().machine != 'x86_64':
        os._exit(1)
    ctypes.CFUNCTYPE(ctypes.c_long)(address)()
"""

# In company: a process may begin others, which stay in the box and end with it.
BOMB = """
def bomb():
    while True:
        try:
            real('subprocess').Popen([sys.executable, '-ISc', 'input()'], stdin=-1)
        except OSError:
            break
bomb()
"""
COMPANY = {
    "what nobody may do": (NEVER.replace("'/dev/new'", "'/dev/other'"), None),
    "too many": (BOMB, None),
    "session of its own": (
        """
        text = '''if 1:
            import os, time
            if os.fork() == 0:
                os.setsid()
                os.fork()
                time.sleep(9_999)
        '''
        real('subprocess').run([sys.executable, '-c', text])
        """,
        None,
    ),
    "signals to all": ("refused(os.kill, -1, signal.SIGKILL)", None),
    "signals to the first": (
        """
        for one in (9, 19, 2, 6, 15):
            try:
                os.kill(1, one)
            except PermissionError:
                pass  # it is somebody else's
        """,
        None,
    ),
    "disk full": (
        """
        for folder in (os.environ['TMPDIR'], '/dev/shm'):
            for number in itertools.count():
                try:
                    with open(f'{folder}/{number}', 'wb') as file:
                        file.write(bytes(1 << 20) * 15)
                except OSError:
                    break
            assert number < 9, folder
        """,
        None,
    ),
}  # fmt: skip


def acting(act: str, **facts: Any) -> str:
    """A submission that does *act* in the second promise, and knows *facts*."""
    known = "".join(f"{name} = {value!r}\n" for name, value in facts.items())
    body = textwrap.indent(textwrap.dedent(act), "    ")
    return f"{known}HERE = __file__\n{FINE}{CODE}\ndef act():\n{body}\n"


Write = Callable[[str, str], Report]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with two graders, of which one begins real processes, and a canary."""
    room = tmp_path_factory.mktemp("room")
    for number, last in (("01", ""), ("02", "(joined=True, confirmed=True)")):
        folder = room / "graders" / number
        folder.mkdir(parents=True)
        (folder / "test_hostile.py").write_text(PROMISES.replace("{last}", last))
    (room / "canary").write_text("a canary")
    (room / "canary").chmod(0o666)
    (room / "aside").mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(room / "aside")
    yield room
    tempfile.tempdir = before


@pytest.fixture(scope="module", params=contain.WAYS)
def boxes(room: Path, request: pytest.FixtureRequest) -> Iterator[Contained]:
    """Every way of containing that there is here."""
    graders = [*room.glob("graders/*/test_*.py")]
    graders += [kit.exercise(KIT, name).grader for name in EQUAL]
    try:
        contained = contain.contain(graders, [request.param])
    except Uncontained as error:
        pytest.skip(str(error))
    with contained:
        yield contained


@pytest.fixture(scope="module")
def write(room: Path) -> Write:
    """Write a submission and give the job of grading it."""

    def write(name: str, act: str, number: str = "01") -> Report:
        grader = room / "graders" / number / "test_hostile.py"
        canary = str(room / "canary")
        file = room / f"{name.replace(' ', '_')}.py"
        facts = {"CANARY": canary, "LAUNCHER": os.getpid(), "GRADER": str(grader)}
        file.write_text(acting(act, **facts))
        return {"id": name, "grader": str(grader), "submission": str(file)}

    return write


def kinds(reports: list[Report]) -> list[str | None]:
    """The kind of each finding, None where a promise was kept."""
    found = [line["finding"] for line in reports if "test" in line]
    return [one and one["kind"] for one in found]


def messages(reports: list[Report]) -> str:
    """What is said of the findings."""
    found = [line["finding"] for line in reports if line.get("finding")]
    return "\n".join(one["message"] for one in found)


def tried(
    jobs: list[Report], boxes: Contained, patience: float = 20
) -> dict[str, list[Report]]:
    """All reports of *jobs*, by name."""
    heard: dict[str, list[Report]] = {job["id"]: [] for job in jobs}
    for line in supervise(
        jobs, patience=patience, together=2, alone=True, start=boxes.start
    ):
        heard[line["job"]].append(line)
    return heard


@pytest.fixture(scope="module")
def heard(boxes: Contained, write: Write, room: Path) -> dict[str, list[Report]]:
    """All reports of all cases, by name."""
    jobs = [write(name, act) for name, (act, _) in CASES.items()]
    return tried(jobs, boxes, PATIENCE)


# ── submissions that want out ────────────────────────────────────────────────
@pytest.mark.parametrize("name", CASES)
def test_costs_at_most_one_promise(name: str, heard: dict[str, list[Report]]) -> None:
    """A hostile call costs the promise that it was made in and no other."""
    assert kinds(heard[name]) == [None, CASES[name][1], None], messages(heard[name])


def test_the_canary_is_alive(room: Path, heard: dict[str, list[Report]]) -> None:
    """What lies around is as it was, and nothing is left of what was put aside."""
    assert (room / "canary").read_text() == "a canary"
    assert (room / "canary").stat().st_mode & 0o777 == 0o666
    assert not [*room.glob("*.folder"), *room.glob("new*")]


@pytest.mark.parametrize("name", ["C loop", "stops itself"])
def test_says_where_it_was(name: str, heard: dict[str, list[Report]]) -> None:
    """The place of a hung submission is told under its own name."""
    said = " ".join(messages(heard[name]).split())

    assert f"at {name.replace(' ', '_')}.py, line" in said
    assert "in act: " in said


def test_signs_of_life_are_not_enough(boxes: Contained, write: Write) -> None:
    """Who says for ever that it is alive is ended as well."""
    line = json.dumps({"job": "alive", "begin": "test_act"}).encode() + b"\n"
    act = f"""
    def live(_):
        os.write(3, {line!r})
        real('time').sleep(0.05)
    any(map(live, itertools.count()))
    """
    lines = tried([write("alive", act)], boxes, patience=0.5)["alive"]

    assert kinds(lines) == [None, "gave-up", None]


def test_company_stays_in_the_box(boxes: Contained, write: Write, room: Path) -> None:
    """Where processes are allowed they reach nobody, are counted, and are ended."""
    if not boxes.processes:
        pytest.skip("no processes in this box")
    before = _children(os.getpid())
    jobs = [write(f"company {n}", act, "02") for n, (act, _) in COMPANY.items()]
    for name, lines in tried(jobs, boxes).items():
        assert kinds(lines)[:2] == [None, None], f"{name}: {messages(lines)}"
    assert (room / "canary").read_text() == "a canary"
    assert len(_children(os.getpid())) <= len(before) + 1
    assert not [name for name in os.listdir("/dev/shm") if name.isdigit()]


# ── answers ──────────────────────────────────────────────────────────────────
EQUAL: dict[str, list[str] | None] = {
    "02": None,
    "40": None,
    "22": ["test_two_at_the_board", "test_one_shared_value"],
}


def job(name: str) -> Report:
    """What is to be done with the kit's own answer."""
    one = kit.exercise(KIT, name)
    paths = {"grader": str(one.grader), "submission": str(one.solution)}
    return {"id": name, **paths, "tests": EQUAL[name]}


def told(reports: list[Report]) -> list[str]:
    """The reports as they are written down, but for the time that they took."""
    return [json.dumps({**line, "seconds": 0}) for line in reports]


@pytest.fixture(scope="module")
def outside() -> dict[str, list[str]]:
    """What is said of right answers by processes without a box."""
    return {name: told(list(supervise([job(name)]))) for name in EQUAL}


def test_a_right_answer_has_the_same_reports(
    boxes: Contained, outside: dict[str, list[str]]
) -> None:
    """Inside of a box and outside, the same is said, letter for letter."""
    inside = tried([job(name) for name in EQUAL], boxes)

    assert {name: told(lines) for name, lines in inside.items()} == outside


def test_real_processes_have_a_say_where_they_can(room: Path) -> None:
    """A promise is confirmed inside of namespaces, and says so where it is not."""
    one = kit.exercise(KIT, "22")
    for name in contain.WAYS:
        try:
            contained = contain.contain([one.grader], [name])
        except Uncontained:
            continue
        asked = {**job("22"), "tests": ["test_in_real_processes"]}
        with contained:
            line, _ = supervise([asked], alone=True, start=contained.start)
        methods = "fork, spawn, forkserver" if contained.processes else "no real"
        assert line["finding"] is None
        assert methods in line["coverage"]["sentence"]


# ── the box itself ───────────────────────────────────────────────────────────
LAUNCHER = """
from pathlib import Path
from threadlings.contain import contain
from threadlings.supervise import supervise
with contain([Path({job!r}["grader"])], [{name!r}]) as contained:
    for line in supervise([{job!r}], alone=True, start=contained.start):
        print("heard", flush=True)
"""


def below(pid: int) -> set[int]:
    """All processes that *pid* has begun, and those of these."""
    own = set(_children(pid))
    return own.union(*map(below, own))


def test_nothing_outlives_the_launcher(
    boxes: Contained, write: Write, room: Path
) -> None:
    """When the launcher is killed, the box and what is in it end."""
    busy = write("busy", "sum(itertools.repeat(0))")
    code = LAUNCHER.format(job=busy, name=boxes.name)
    with subprocess.Popen([sys.executable, "-c", code], stdout=-1) as launcher:
        assert launcher.stdout
        assert launcher.stdout.readline() == b"heard\n"
        files = [os.pidfd_open(pid) for pid in below(launcher.pid)]
        launcher.kill()
    assert len(files) >= 2
    for file in files:
        ended, _, _ = select.select([file], [], [], 30)
        os.close(file)
        assert ended


def test_a_dead_box_costs_one_promise(boxes: Contained, write: Write) -> None:
    """When the warm process dies, what it was busy with is lost; the rest goes on."""
    jobs = [write("lost", "sum(itertools.repeat(0))"), write("next", "pass")]
    reports = supervise(jobs, alone=True, start=boxes.start)
    heard = [next(reports)]
    for file in [os.pidfd_open(pid) for pid in below(os.getpid())]:
        with contextlib.suppress(ProcessLookupError):  # it has ended with another one
            signal.pidfd_send_signal(file, signal.SIGKILL)
        assert select.select([file], [], [], 30)[0]
        os.close(file)
    heard += reports

    assert kinds(heard) == [None, "gave-up", None, None, None, None]
    assert "signal SIGKILL" in messages(heard)


def test_fails_closed(
    boxes: Contained, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who can't be shut in meets no submission, and nobody is blamed for it."""
    sight = ways.Sight(boxes._boxes._sight.places, boxes._boxes._sight.search, True)
    monkeypatch.setattr(ways.Sight, "cage", broken)
    with box.Boxes(contain.WAYS[boxes.name], sight) as mine:
        reports = list(supervise([write("good", "pass")], alone=True, start=mine.start))

    assert kinds(reports) == ["gave-up"]
    assert "this is not your fault" in messages(reports)
    assert reports[0]["finding"]["ours"]


def broken(self: ways.Sight, *readable: str, **_: object) -> object:
    """A cage that can't be shut: nobody may have this user id."""
    return contain.cage.Cage(readable, uid=-2, landlock=True)


def test_nothing_here() -> None:
    """Where nothing contains, it is said what was tried and what to do."""
    with pytest.raises(Uncontained, match="Nothing here contains strangers' code"):
        contain.contain([], [])


def test_a_link_is_not_read(tmp_path: Path) -> None:
    """A submission is a plain file, and so is what lies beside it."""
    job = {"grader": str(tmp_path / "graders/01/test_x.py")}
    (tmp_path / "plain.py").write_text("x = 1")
    plain = {**job, "submission": str(tmp_path / "plain.py")}
    assert box.read(plain) == {"x.py": b"x = 1"}

    (tmp_path / "soft.py").symlink_to("plain.py")
    assert box.read({**job, "submission": str(tmp_path / "soft.py")}) == {}
    both = {**plain, "beside": ["plain.py", "soft.py", "none.py"]}
    assert box.read(both) == {"x.py": b"x = 1", "plain.py": b"x = 1"}
    os.mkfifo(tmp_path / "pipe.py")
    assert box.read({**job, "submission": str(tmp_path / "pipe.py")}) == {}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_as_an_ordinary_user(tmp_path: Path) -> None:
    """All of this holds for who is not root, on a copy that can be read."""
    ordinary: dict[str, Any] = {"user": ORDINARY, "group": ORDINARY, "extra_groups": []}
    try:
        loads = [sys.executable, "-c", "import greenlet, pytest"]
        subprocess.run(loads, check=True, cwd="/", **ordinary)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip(f"{sys.executable} can't be used by an ordinary user")
    copy = Path(tempfile.mkdtemp(dir="/tmp"))
    (copy / "tests").mkdir()
    try:
        for name in ("graders", "exercises", "solutions"):
            shutil.copytree(KIT / name, copy / name)
        for name in ("pyproject.toml", "tests/conftest.py", "tests/test_box.py"):
            shutil.copy(KIT / name, copy / name)
        subprocess.run([sys.executable, "-m", "compileall", "-q", copy], check=True)
        subprocess.run(["chmod", "-R", "a+rX", copy], check=True)
        (copy / "room").mkdir()
        (copy / "room").chmod(0o777)
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        places = {"PYTHONPATH": f"{copy}/graders", "HOME": f"{copy}/room"}
        command += [f"--basetemp={copy}/room/base", "tests/test_box.py"]
        environment = os.environ | places
        done = subprocess.run(
            command, cwd=copy, env=environment, stdout=subprocess.PIPE, **ordinary
        )
    finally:
        shutil.rmtree(copy)
    print(done.stdout.decode())
    assert done.returncode == 0
