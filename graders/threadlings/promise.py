"""The nodes of pytest's tree: folder, stub, promise.

A promise waits for its own line from the supervised process that tries all selected
promises of its stub.  With `--order` or `--pdb` it is tried in pytest's own process.
"""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import pdb
import shlex
import traceback
from collections.abc import Generator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from threadlings import kit, supervise, worker
from threadlings.child import Job
from threadlings.events import read_order
from threadlings.fiber import Misfit
from threadlings.texts import say, speak
from threadlings.trial import Test

Line = dict[str, Any]

SKIPPED = ("threadlings.*", "namedtuple_*", "reprlib")
GUARD = 10  # times the patience: pytest-timeout is only there if all else fails


@contextlib.contextmanager
def skipping() -> Iterator[None]:
    """Let a debugger that a submission starts pass over what is ours."""
    module: Any = pdb
    kept = module.set_trace
    module.set_trace = functools.partial(kept, skip=list(SKIPPED))
    try:
        yield
    finally:
        module.set_trace = kept


class NotKept(Exception):
    """A promise is not kept, or can't be judged; the text is the whole message."""


class Folder(pytest.Directory):
    """The folder of an exercise."""

    def collect(self) -> Iterator[pytest.Collector]:
        """Give its stub; nothing else in there is looked at."""
        speak(self.config.getoption("lang"))
        one = kit.of_folder(self.path)
        if one is not None:
            file = self.path / one.stub.name
            yield Stub.from_parent(self, path=file, exercise=one)


class Stub(pytest.File):
    """The file of a student, which is never imported, with the tests of its grader."""

    def __init__(self, *, exercise: kit.Exercise, **rest: Any) -> None:
        super().__init__(**rest)
        self.exercise = exercise
        self._lines: Generator[Line, None, None] | None = None
        self._coming: list[str] = []

    def collect(self) -> Iterator[pytest.Item]:
        """Give the promises of the grader, in its order."""
        self._check()
        too_new = self.exercise.too_new
        try:
            grader = worker.load_grader(self.exercise.grader)
        except Exception:
            text = traceback.format_exc()
            raise self.CollectError(f"This grader is broken:\n\n{text}") from None
        for name, test in worker.promises(grader).items():
            item = Promise.from_parent(self, name=name, test=test)
            if too_new:
                item.add_marker(pytest.mark.skip(reason=too_new))
                item.user_properties.append(("too_new", too_new))
            if self.config.pluginmanager.hasplugin("timeout") and not self._timeout:
                item.add_marker(pytest.mark.timeout(60 + GUARD * self._patience))
            yield item

    def _check(self) -> None:
        """Refuse to grade a file that is not there."""
        if self.submission.is_file():
            return
        one, given = self.exercise, self.config.getoption("submission")
        if given is None:
            raise self.CollectError(f"{self.path} is not there, and has to be graded")
        raise self.CollectError(
            f"--submission {given}: there is no {one.module}.py in it, and no "
            f"{one.number}/{one.module}.py"
        )

    @property
    def submission(self) -> Path:
        """The file that is graded."""
        given = self.config.getoption("submission")
        if given is None:
            return self.path
        return kit.submitted(self.config.invocation_params.dir / given, self.exercise)

    @property
    def again(self) -> str:
        """The command that runs this stub once more."""
        here, path = self.config.invocation_params.dir, self.path.parent
        if path.is_relative_to(here):
            path = path.relative_to(here)
        words = ["pytest", path.as_posix()]
        given = self.config.getoption("submission")
        if given is not None:
            words += ["--submission", str(given)]
        return shlex.join(words)

    def job(self, names: list[str]) -> Job:
        """The job of trying the promises with these *names*."""
        return {
            "id": self.exercise.number,
            "grader": str(self.exercise.grader),
            "submission": str(self.submission),
            "tests": names,
            "again": self.again,
        }

    # ── in another process ───────────────────────────────────────────────────
    def line(self, item: Promise) -> Line:
        """The report of *item*, as soon as it is there."""
        if item.name not in self._coming:
            self._begin(item)
        assert self._lines is not None
        for line in self._lines:
            if "test" in line:
                self._coming.remove(line["test"])
                if line["test"] == item.name:
                    return line
        raise AssertionError(f"no report of {item.name}")

    def _begin(self, item: Promise) -> None:
        """Have *item* and the ones that follow it here tried in a process of theirs.

        Under pytest-xdist, another one may have got those that follow.
        """
        self.teardown()
        items = self.session.items
        rest = itertools.islice(items, items.index(item), None)
        mine = itertools.takewhile(lambda one: one.parent is self, rest)
        alone = hasattr(self.config, "workerinput")
        self._coming = [item.name] if alone else [one.name for one in mine]
        job = self.job(self._coming)
        self._lines = supervise.supervise([job], patience=self._patience)

    def teardown(self) -> None:
        """End the process; pytest calls this when it leaves the file, early or not."""
        if self._lines is not None:
            self._lines.close()
        self._lines, self._coming = None, []

    @property
    def _timeout(self) -> float:
        """The limit that pytest-timeout was given for every test, or 0."""
        config = self.config
        if not config.pluginmanager.hasplugin("timeout"):
            return 0
        given = config.getoption("timeout") or os.environ.get("PYTEST_TIMEOUT")
        return float(given or config.getini("timeout") or 0)

    @property
    def _patience(self) -> float:
        """The limit for silence: well within that of pytest-timeout."""
        own: float = self.config.getoption("patience") or supervise.PATIENCE
        return min(own, self._timeout / 2) if self._timeout > 0 else own


class Promise(pytest.Item):
    """One test of a grader, for one submission."""

    def __init__(self, *, test: Test, **rest: Any) -> None:
        super().__init__(**rest)
        self.test = test
        self.printed = ""

    @property
    def stub(self) -> Stub:
        """Whose promise it is."""
        assert isinstance(self.parent, Stub)
        return self.parent

    def runtest(self) -> None:
        """Try it.  Raises NotKept."""
        where = None
        order = self.config.getoption("order")
        if order is not None or self.config.getoption("usepdb", False):
            line, where = self._here(order)
        else:
            line = self.stub.line(self)
        self._note(line)
        if "refused" in line:
            again = f"{say('columns', 'again')}  {self.stub.again} -k {self.name}"
            raise NotKept(f"{line['refused']}\n{say('told', 'misfit')}\n\n{again}")
        if line["finding"] is not None:
            self.printed = line["output"]
            raise NotKept(line["finding"]["message"]).with_traceback(where)

    def _note(self, line: Line) -> None:
        """Tell the summary and the JUnit file what came of it."""
        one = self.stub.exercise
        told: dict[str, object] = {"exercise": f"{one.number} {one.module}"}
        if "refused" in line:
            told["kind"] = "refused"
        else:
            covered, finding = line["coverage"], line["finding"]
            told["kind"] = "kept" if finding is None else finding["kind"]
            told["coverage"] = covered["kind"]
            told["orders"] = covered["runs"]
            told["switches"] = covered["preemptions"]
        self.user_properties[:] = told.items()

    def _here(self, order: str | None) -> tuple[Line, TracebackType | None]:
        """Try it in this process; the report, and where a debugger has to look."""
        job = self.stub.job([self.name])
        source = worker.source_of(job)
        steps = None if order is None else read_order(order)
        try:
            with skipping():
                outcome = worker.attempt(self.test, source, steps, tape=False)
        except Misfit as error:
            return worker.refused(self.name, order, error), None
        for left in outcome.record.errors.values():
            if isinstance(left, pytest.exit.Exception):  # "q" at pdb's prompt
                raise left
        line = worker.tell(self.name, self.test, outcome, job)
        return line, getattr(outcome.error, "__traceback__", None)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> Any:
        """The message and nothing else, unless it is a fault of ours."""
        if isinstance(excinfo.value, NotKept):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where pytest says that it is: somewhere in the file of the student."""
        return self.path, 0, self.name
