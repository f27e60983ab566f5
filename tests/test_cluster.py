"""On a cluster the table is the same, whoever of the workers is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from threadlings import bulk, case, cluster, grade, journal, kit, texts, version
from threadlings.bulk import Known
from threadlings.case import Case, Engine
from threadlings.cli import main
from threadlings.cluster import Batch
from threadlings.intake import Intake, from_class
from threadlings.journal import Journal
from threadlings.marks import Result
from threadlings.screen import WrongUse

distributed = pytest.importorskip("distributed")

pytestmark = pytest.mark.timeout(120)
HERE = Path(__file__).parent
ROOT = kit.root(HERE)
COUNTER = kit.exercise(ROOT, "02")
PATIENCE = 20.0

PRELOAD = """
import os, signal
from threadlings import case

def graded(cases, **how):
    for one in cases:
        if b"poison" in one.files[0][1]:
            os.kill(os.getpid(), signal.SIGKILL)
        yield from real([one], **how)

if case.graded.__module__ == case.__name__:  # this is loaded twice
    real, case.graded = case.graded, graded
"""


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Two workers, which a file with the word poison in it ends."""
    import dask

    preload = tmp_path_factory.mktemp("preload") / "poison.py"
    preload.write_text(PRELOAD)
    few = {"distributed.scheduler.allowed-failures": 1}
    quiet = {"distributed.logging.distributed": "critical"}
    package = str(Path(bulk.__file__).parents[1])
    with (
        pytest.MonkeyPatch.context() as patch,
        dask.config.set(few | quiet),
    ):
        patch.setenv("PYTHONPATH", package)
        with distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,  # which may have subprocesses, and no multiprocessing
            host="127.0.0.1",
            dashboard_address=None,
            preload=[str(preload)],
            silence_logs="CRITICAL",
        ) as started:
            yield started


@pytest.fixture(scope="module")
def class_(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    """A small class: right, wrong, the same twice, and nothing."""
    folder = tmp_path_factory.mktemp("class")
    answers = COUNTER.answers
    texts_ = {
        "ann": COUNTER.stub,
        "bob": COUNTER.stub,
        "cy": COUNTER.solution,
        "dan": answers / "wrong" / "lock_taken_twice.py",
        "eve": answers / "right" / "rlock_nested.py",
    }
    for student, source in texts_.items():
        (folder / student / "02").mkdir(parents=True)
        (folder / student / "02" / "counter.py").write_bytes(source.read_bytes())
    (folder / "fay").mkdir()
    return from_class(folder, [COUNTER], ["02"])


@pytest.fixture(scope="module")
def alone(class_: Intake) -> list[Result]:
    """What comes of the class on this machine."""
    engine = partial(case.graded, together=2, patience=PATIENCE)
    return timeless(bulk.results(class_.handed_in, engine, Known()))


def on(local: Any, batch: int = 2) -> Engine:
    """The engine of a cluster, with small batches."""
    how = {"address": local.scheduler_address, "patience": PATIENCE, "batch": batch}
    return partial(cluster.graded, isolation="none", **how)


def timeless(results: Any) -> list[Result]:
    """Results without their seconds, in the table's order."""
    return grade.in_order(replace(one, seconds=0) for one in results)


def test_a_cluster_s_table_is_that_of_one_machine(
    local: Any, class_: Intake, alone: list[Result]
) -> None:
    """Verdicts, messages and all that is in a row are the same."""
    found = bulk.results(class_.handed_in, on(local), Known())

    assert timeless(found) == alone


def test_a_worker_that_is_lost_loses_no_row(
    local: Any, class_: Intake, alone: list[Result], tmp_path: Path
) -> None:
    """One is killed when the first row is there; the journal has each row once."""
    path = tmp_path / "marks.jsonl"
    with distributed.Client(local.scheduler_address, set_as_default=False) as client:
        doomed = [*client.run(os.getpid).values()][:1]
    with Journal(path) as opened:
        for one in bulk.results(class_.handed_in, on(local, 1), Known(opened)):
            opened.write(one)
            if one.content and doomed:
                os.kill(doomed.pop(), signal.SIGKILL)
    rows = path.read_bytes().splitlines()

    assert doomed == []
    assert len(rows) == len(class_.handed_in)
    assert timeless(journal.read(path)) == alone


def test_a_file_that_ends_every_worker_costs_its_own_row_only(
    local: Any, class_: Intake, alone: list[Result], tmp_path: Path
) -> None:
    """It is an error, and all that was in a batch with it is graded."""
    expected = {one.student: one for one in alone}
    file = tmp_path / "counter.py"
    file.write_text("# poison\n")
    ann, bob, *others = class_.handed_in
    class_ = Intake((ann, replace(bob, file=file), *others))
    path = tmp_path / "marks.jsonl"
    with Journal(path) as opened:
        known = Known(opened)
        assert bulk.run(class_, on(local, 5), known) == 1
    found = {one.student: one for one in timeless(journal.read(path))}
    poison = found.pop("bob")

    assert poison.verdict == "error"
    assert "every worker of the cluster that tried it was lost" in (
        poison.findings[0].message
    )
    assert found == {name: expected[name] for name in found}


def test_a_batch_goes_on_where_it_was_left(
    local: Any, class_: Intake, alone: list[Result], tmp_path: Path
) -> None:
    """What a journal knows from one machine, a cluster does not grade again."""
    folder, path = class_.handed_in[0].file.parents[2], tmp_path / "marks.jsonl"
    with Journal(path) as opened:
        for one in alone[:3]:
            opened.write(one)
    first = path.read_bytes()
    words = ["--kit", str(ROOT), "grade", str(folder), "--jsonl", str(path)]
    words += ["--resume", "--no-cache", "--cluster", local.scheduler_address]
    words += ["--isolation", "none"]

    assert main(words) == 1
    assert path.read_bytes().startswith(first)
    assert timeless(journal.read(path)) == alone


# ── who may grade ────────────────────────────────────────────────────────────
def batch(**other: Any) -> Batch:
    """The kit's own answer to 02, as it travels."""
    one = Case(COUNTER, (("counter.py", COUNTER.solution.read_bytes()),))
    facts = {
        "cases": (("02", one.files),),
        "editions": {"02": version.of_kit(COUNTER)},
        "python": version.of_python(),
        "language": texts.spoken(),
        "patience": PATIENCE,
        "isolation": "none",
    }
    return Batch(**(facts | other))


def test_a_worker_needs_no_file_but_its_own() -> None:
    """The content comes with the batch, and the rows are plain data."""
    [row] = cluster.work(batch())["rows"]

    assert (row["verdict"], row["file"]) == ("pass", "counter.py")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"python": "CPython 2.7.18"}, "and this is CPython 2.7.18"),
        ({"editions": {"02": "0123"}}, "its kit has another exercise 02"),
        ({"cases": (("99", ()),)}, "it has no such kit: there is no exercise '99'"),
    ],
)
def test_another_kit_or_python_grades_nothing(
    other: dict[str, Any], words: str
) -> None:
    """A worker that could come to other results says so instead."""
    assert words in cluster.work(batch(**other))["other"]


def test_a_fault_of_a_worker_is_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes back in words, for not every exception can travel."""

    def fails(*_: Any, **__: Any) -> Iterator[Result]:
        raise OSError("no room")

    monkeypatch.setattr(case, "graded", fails)

    assert cluster.work(batch()) == {"failed": "OSError: no room"}


def test_who_asks_is_told(
    local: Any, class_: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch ends in one line where a worker refuses it."""
    monkeypatch.setattr(version, "of_python", lambda: "CPython 2.7.18")

    with pytest.raises(WrongUse, match=r"can't grade this: it has CPython 3\."):
        list(bulk.results(class_.handed_in, on(local), Known()))


def test_without_a_cluster_it_is_wrong_use(
    class_: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits long for a scheduler that is not there."""
    monkeypatch.setattr(cluster, "ANSWER", 1)
    engine = partial(cluster.graded, address="tcp://127.0.0.1:9", patience=1)

    with pytest.raises(WrongUse, match="no scheduler answers at tcp:"):
        list(bulk.results(class_.handed_in, engine, Known()))
