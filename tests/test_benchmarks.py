"""The benchmarks run, and what they boast of is true."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from threadlings import kit
from threadlings.worker import Report, reports

ROOT = Path(__file__).resolve().parents[1]
BENCHMARKS = ROOT / "benchmarks"
TINY = ["--times=100", "--tries=1", "--repetitions=2", "--repeat=1", "--seconds=2"]

UNLOCKED = """
class Counter:
    def __init__(self):
        self.n = 0

    def increment(self):
        self.n += 1

    @property
    def value(self):
        return self.n
"""


def printed(script: str, *arguments: str) -> list[str]:
    """What a script of the benchmarks prints, line by line."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


def rows(lines: list[str]) -> list[list[str]]:
    """The cells of the table in *lines*, without its head."""
    cells = [line.strip("| ").split("|") for line in lines if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in cells[2:]]


def test_the_stress_test_stands_beside_ours() -> None:
    """`stress.py` prints what both have seen of each answer."""
    answers = ["02/stub", "08/locks_in_argument_order"]
    found = rows(printed("stress.py", *TINY, "--only", *answers))

    assert [row[0] for row in found] == ["02 stub", "08 locks_in_argument_order"]
    assert [row[2] for row in found] == ["race", "deadlock"]


def test_the_table_of_the_readme() -> None:
    """`stress.py --table` prints a row for each Python, in at most 88 columns."""
    lines = printed("stress.py", "--table", *TINY)

    assert max(map(len, lines)) <= 88
    assert [row[0].split()[0] for row in rows(lines)] == ["Python"]


def test_the_kept_table_is_such_a_table() -> None:
    """`table.md` has four Pythons in at most 88 columns."""
    lines = (BENCHMARKS / "table.md").read_text("utf-8").splitlines()

    assert max(map(len, lines)) <= 88
    assert len(rows(lines)) == 4


def test_the_speed_of_the_search() -> None:
    """`speed.py` prints a row for each program."""
    found = rows(printed("speed.py", "--seconds", "0.01", "--samples", "1"))

    assert len(found) == 6
    assert all(int(row[1]) > 1 for row in found)


@pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")
def test_a_class_that_is_killed_has_the_same_table() -> None:
    """`bulk.py` compares row by row, and says what a large class costs."""
    lines = printed("bulk.py", "--students", "2", "--exercises", "02", "--equal", "0")
    found = {row[0]: row[1] for row in rows(lines) if len(row) == 2}

    assert found["rows that differ"] == "0"
    assert found["lines in that journal"] == "2"
    assert found["rows"] == "4,000,000"


def test_a_python_that_is_not_there() -> None:
    """Whoever names a Python that can't measure reads so in one line."""
    done = subprocess.run(
        [sys.executable, str(BENCHMARKS / "speed.py"), "no-such-python"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("no-such-python can't measure: ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("where", ["the stub", "one of its own"])
def test_an_unlocked_increment_is_caught_in_fewer_than_ten_runs(
    where: str, tmp_path: Path
) -> None:
    """Nine runs are enough for `self.n += 1` without a lock, on every Python."""
    one = kit.exercise(ROOT, "02")
    path = one.stub
    if where != "the stub":
        path = tmp_path / "counter.py"
        path.write_text(UNLOCKED, "utf-8")
    runs, kind = _until_found({"grader": str(one.grader), "submission": str(path)})

    assert kind == "race"
    assert runs < 10


def _until_found(job: Report) -> tuple[int, str]:
    """Runs until the first finding, of all promises, and its kind."""
    runs = 0
    for line in reports(job):
        if "test" in line:
            runs += line["coverage"]["runs"]
            if line["finding"]:
                return runs, line["finding"]["kind"]
    return runs, "pass"
