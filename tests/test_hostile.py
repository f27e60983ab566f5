"""No wrong submission passes, and none does any harm, in every box that there is here.

`tests/hostile` has what is tried, and which verdicts are acceptable for it.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from filelock import FileLock

from threadlings import ask, contain, kit
from threadlings.contain import BWRAP, LANDLOCK, Uncontained

sys.path.insert(0, str(Path(__file__).with_name("hostile")))
import oddities

ROOT = kit.root(Path(__file__))
COUNTER = kit.exercise(ROOT, "02")
FILES = sorted((ROOT / "tests" / "hostile").glob("[0-9][0-9]_*.py"))
HARMFUL = ("ends", "forges", "harms")  # what each box has to stand
GREEDY = "eats"
PATIENCE = "4"
WHOLE = "THREADLINGS_WHOLE" in os.environ  # else not everything meets every box
WAYS = tuple(contain.WAYS)
FIRST, *OTHERS = WAYS
EACH = [FIRST, *(pytest.param(way, marks=pytest.mark.slow) for way in OTHERS)]
SECRET = "the-moon-is-a-harsh-mistress"
PORT = 47474
GOOD = ("ben", "zoe")
pytestmark = [
    pytest.mark.timeout(1200),
    pytest.mark.skipif(sys.platform != "linux", reason="boxes are for Linux"),
]


class Case(NamedTuple):
    """A hostile file: the student who hands it in, the exercise, and its fate."""

    student: str
    number: str
    verdicts: frozenset[str]


def case(file: Path) -> Case:
    """What the first line of *file* says."""
    number, _, _ = file.stem.partition("_")
    words = {*file.read_bytes().split(b":", 1)[0].decode().lstrip("# ").split()}
    if "error" in words:
        words.add("fail")  # of a wrong answer, that is never wrong
    return Case(file.stem, number, frozenset(words))


def group(file: Path) -> str:
    """The class of attacks that *file* belongs to."""
    return file.stem.split("_")[1]


class Place(NamedTuple):
    """Where the class is graded, and all that could be harmed there."""

    home: Path
    temporary: Path
    results: Path
    students: Path

    @property
    def canaries(self) -> list[Path]:
        """The files that have to stay as they are."""
        return [folder / "canary" for folder in self]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A home with a secret, and a class with two right answers."""
    made = Place(*(tmp_path / name for name in ("home", "tmp", "results", "class")))
    for folder in made:
        folder.mkdir()
        (folder / "canary").write_text("alive", "utf-8")
    (made.home / "secret").write_text(SECRET, "utf-8")
    for student in GOOD:
        (made.students / student / "02").mkdir(parents=True)
        shutil.copy(COUNTER.solution, made.students / student / "02")
    return made


class Visitors:
    """Whoever calls at the doors of this machine that nobody should know of."""

    def __init__(self) -> None:
        self.came: list[str] = []
        self._doors = []
        for name, family, kind, address in (
            ("TCP", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", PORT)),
            ("UDP", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", PORT)),
            ("local", socket.AF_UNIX, socket.SOCK_STREAM, "\0threadlings-canary"),
        ):
            door = socket.socket(family, kind)
            door.bind(address)
            door.settimeout(0.2)
            if kind == socket.SOCK_STREAM:
                door.listen()
            self._doors.append((name, door))
        self._open = True
        self._porters = [
            threading.Thread(target=self._wait, args=door) for door in self._doors
        ]
        for porter in self._porters:
            porter.start()

    def _wait(self, name: str, door: socket.socket) -> None:
        while self._open:
            try:
                if door.type == socket.SOCK_STREAM:
                    door.accept()[0].close()
                else:
                    door.recv(1)
            except TimeoutError:
                continue
            self.came.append(name)

    def leave(self) -> list[str]:
        """Close the doors; who came."""
        self._open = False
        for porter in self._porters:
            porter.join()
        for _, door in self._doors:
            door.close()
        return self.came


@pytest.fixture
def visitors() -> Iterator[Visitors]:
    """Somebody at the doors, as long as a test lasts; there is one house only."""
    with FileLock(
        Path(tempfile.gettempdir(), f"threadlings-{os.getuid()}-{PORT}.lock")
    ):
        made = Visitors()
        yield made
        made.leave()


@pytest.fixture
def neighbour() -> Iterator[subprocess.Popen[bytes]]:
    """A process of somebody else's, which wants to be left alone."""
    code = "import time; time.sleep(3_600)"
    with subprocess.Popen([sys.executable, "-c", code, "threadlings-canary"]) as made:
        yield made
        made.kill()


def processes(word: bytes) -> set[int]:
    """The processes with *word* in their arguments or as their name."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            said = (entry / "cmdline").read_bytes() + (entry / "comm").read_bytes()
        except OSError:
            continue
        if word in said:
            found.add(int(entry.name))
    return found


def available(way: str) -> None:
    """Skip where a box of this kind can't be had."""
    try:
        contain.contain([COUNTER.grader], [way]).__exit__()
    except Uncontained as error:
        pytest.skip(str(error))


def grade(place: Place, way: str, **more: str) -> tuple[list[dict[str, Any]], str]:
    """Grade the class; its rows, and all that was said."""
    journal = place.results / "marks.jsonl"
    words = ["--kit", ROOT, "grade", place.students, "--jsonl", journal, "--no-cache"]
    words += ["--isolation", way, "--patience", PATIENCE, "-j", ask.processors()]
    own = {"HOME": str(place.home), "TMPDIR": str(place.temporary)}
    own |= {"THREADLINGS_SECRET": SECRET, "XDG_CACHE_HOME": str(place.home / "cache")}
    own["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    ended = subprocess.run(
        [sys.executable, "-m", "threadlings", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | own,
    )
    assert ended.returncode == 1, ended.stderr
    text = journal.read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    return rows, f"{text}{ended.stdout}{ended.stderr}"


def hidden(secret: str) -> list[str]:
    """The ways in which a secret may be smuggled out."""
    coded = base64.b64encode(secret.encode()).decode().rstrip("=")
    return [secret, secret[::-1], coded, secret.encode().hex()]


def unharmed(place: Place, said: str) -> None:
    """Nothing was planted, deleted, changed or given away."""
    for canary in place.canaries:
        assert canary.read_text("utf-8") == "alive", canary
        assert stat.S_IMODE(canary.stat().st_mode) & 0o400
    planted = [p for folder in place for p in folder.rglob("threadlings-was-here*")]
    planted += Path("/tmp").glob("threadlings-was-here*")
    planted += Path("/dev/shm").glob("threadlings-was-here*")
    assert planted == []
    assert [one for one in hidden(SECRET) if one in said] == []
    assert "\x1b" not in said
    left = processes(b"threadlings-stray") | processes(b"tl-stray")
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left
    assert list(place.temporary.glob("threadlings-*")) == []


@pytest.mark.parametrize("way", EACH)
def test_no_harm_is_done_in_any_box(
    way: str,
    place: Place,
    visitors: Visitors,
    neighbour: subprocess.Popen[bytes],
) -> None:
    """Files, processes, others' answers, secrets and the net stay as they were."""
    files = [file for file in FILES if group(file) in HARMFUL]
    unharmed_by(files, way, place)

    assert neighbour.poll() is None
    assert visitors.leave() == []


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_left_of_what_takes_all_it_can(
    way: str,
    place: Place,
    visitors: Visitors,
    neighbour: subprocess.Popen[bytes],
) -> None:
    """Time, memory, files and processes are bounded; each tries it in one box."""
    greedy = [file for file in FILES if group(file) == GREEDY]
    unharmed_by(greedy if WHOLE else greedy[WAYS.index(way) :: len(WAYS)], way, place)

    assert neighbour.poll() is None
    assert visitors.leave() == []


def unharmed_by(files: list[Path], way: str, place: Place) -> None:
    """Have *files* graded; nothing must come of it but what is acceptable."""
    available(way)
    expected = _hand_in(place, files)
    rows, said = grade(place, way)

    _judged(rows, expected)
    unharmed(place, said)
    assert {row["isolation"] for row in rows} == {way}


@pytest.mark.parametrize("way", WAYS if WHOLE else [BWRAP])
def test_no_cheat_passes_and_nobody_honest_is_frowned_at(
    way: str, place: Place
) -> None:
    """A forged run is no plain pass; what only looks odd is one."""
    others = (GREEDY, *HARMFUL)
    unharmed_by([file for file in FILES if group(file) not in others], way, place)


@pytest.mark.parametrize("way", WAYS if WHOLE else [LANDLOCK])
def test_what_is_no_plain_file_is_told(way: str, place: Place) -> None:
    """Links, pipes, bytes and strange names get an error that says what they are."""
    available(way)
    expected: dict[tuple[str, str], frozenset[str]] = {}
    linked = set()
    for name, oddity in oddities.ODDITIES.items():
        student = place.students / name
        student.mkdir()
        made = oddity.make(student)
        expected[made.name, "02"] = oddity.verdicts
        if name == "hard_link_to_a_neighbour":
            linked.add("zoe")  # nobody can tell which of the two was first
    rows, said = grade(place, way)
    found = {(row["student"], row["exercise"]): row["verdict"] for row in rows}

    assert found.pop(("ben", "02")) == "pass"
    assert found.pop(("zoe", "02")) == ("review" if linked else "pass")
    wrong = {
        key: (found.get(key), sorted(verdicts))
        for key, verdicts in expected.items()
        if key in found and found[key] not in verdicts
    }
    assert wrong == {}
    missing = {key for key in expected if key not in found}
    assert all(any(plain(name) in said for name in key[:1]) for key in missing)
    assert "\x1b" not in said


def plain(name: str) -> str:
    """A name as the command says it."""
    from threadlings.screen import plain as shown

    return shown(name)


def _hand_in(place: Place, files: list[Path]) -> dict[tuple[str, str], frozenset[str]]:
    """Put *files* where students have them; what is acceptable for each."""
    expected = {}
    for file in files:
        one = case(file)
        folder = place.students / one.student / one.number
        folder.mkdir(parents=True)
        (folder.parent / "canary").write_text("alive", "utf-8")
        module = kit.exercise(ROOT, one.number).module
        shutil.copy(file, folder / f"{module}.py")
        expected[one.student, one.number] = one.verdicts
    return expected


def _judged(
    rows: list[dict[str, Any]], expected: dict[tuple[str, str], frozenset[str]]
) -> None:
    """Each has one of the verdicts that are acceptable, and the good ones pass."""
    handed_in = {(row["student"], row["exercise"]): row for row in rows}
    assert len(handed_in) == len(rows)
    for student in GOOD:
        assert handed_in[student, "02"]["verdict"] == "pass"
    wrong = {
        key: (handed_in[key]["verdict"], sorted(verdicts), handed_in[key]["flags"])
        for key, verdicts in expected.items()
        if handed_in[key]["verdict"] not in verdicts
    }
    assert wrong == {}
