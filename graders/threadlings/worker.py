"""The process that runs submissions: jobs in, one line of JSON for every promise out.

`python -m threadlings.worker JOBS REPORTS [MEMORY [GUARD]]` reads a list of jobs and
appends to the file REPORTS.  Whatever a submission does to this process, the parent
(`supervise`) reads what was written until then.

For each job come: its `names`, then for each test a `begin` and its report, then `end`.
"""

from __future__ import annotations

import ast
import bdb
import builtins
import contextlib
import faulthandler
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, TextIO

from _pytest.assertion.rewrite import rewrite_asserts

from threadlings import confirm, explain, fate, kit, lesson, observe, texts, witness
from threadlings.events import Departure, read_order
from threadlings.fiber import Misfit
from threadlings.garbage import uncollected
from threadlings.load import LoadError, Source, trusted_import
from threadlings.trial import Outcome, Test, Trial, broken
from threadlings.witness import Tell, Witness

Report = dict[str, Any]

_text = json.JSONEncoder().encode  # as it is before anybody can change it
FILE = 32 * 1024 * 1024  # bytes that a file of this process may have


def rewritten(path: Path) -> ast.Module:
    """A grader with pytest's own telling asserts, which tell us what they see, too."""
    text = path.read_bytes()
    tree = ast.parse(text, str(path))
    rewrite_asserts(tree, text, str(path))
    observe.instrument(tree)
    return tree


def load_grader(path: Path) -> ModuleType:
    """Import a grader.  It is trusted code."""
    with uncollected():
        code = compile(rewritten(path), str(path), "exec", dont_inherit=True)
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    module.__dict__.update(observe.WORDS)
    module.__dict__["__builtins__"] = {**vars(builtins), "__import__": trusted_import}
    exec(code, module.__dict__)
    return module


Load = Callable[[Path], ModuleType]


def promises(grader: ModuleType) -> dict[str, Test]:
    """The tests of a grader, by name, in their order."""
    return {
        name: test
        for name, test in vars(grader).items()
        if name.startswith("test_") and hasattr(test, "every_order")
    }


def is_confirmed(test: Any) -> bool:
    """Whether a promise is tried in real processes as well."""
    return bool(test.every_order.confirmed)


def promise(name: str, test: Test, job: Report) -> str:
    """What a test promises, in the language that is spoken."""
    said = lesson.promises(kit.of_grader(Path(job["grader"])))
    return said.get(name) or " ".join((test.__doc__ or name).split())


def source_of(job: Report, witness: Witness | None = None) -> Source | LoadError:
    """The submission of a job, or why it can't be loaded."""
    try:
        hear = witness.imported if witness else str
        return Source(Path(job["submission"]), hear)
    except LoadError as error:
        return error


def attempt(
    test: Test,
    source: Source | LoadError,
    order: tuple[Departure, ...] | None,
    tape: bool = True,
) -> Outcome:
    """Try one promise.  Raises Misfit when the submission can't follow *order*."""
    if isinstance(source, LoadError):
        return broken(test.__code__.co_filename, source)
    trial = Trial(test, source, tape=tape)
    return trial.search() if order is None else trial.follow(order)


def tell(name: str, test: Test, outcome: Outcome, job: Report) -> Report:
    """Say what came of a promise, as plain data."""
    exercise = kit.of_grader(Path(job["grader"]))
    words = explain.Words(
        test=name,
        promise=promise(name, test, job),
        again=job.get("again", ""),
        submission=Path(job["submission"]).name,
        think=lesson.questions(exercise),
        reason=partial(lesson.reason, exercise),
    )
    line = {
        "test": name,
        "promise": words.promise,
        "finding": explain.finding(outcome, words),
        "coverage": explain.coverage(outcome.coverage),
        "output": outcome.record.output,
    }
    if job.get("picture") and outcome.finding is not None:
        line["picture"] = explain.drawn(outcome, words)
    return line


def report(name: str, test: Test, source: Source | LoadError, job: Report) -> Report:
    """Try one promise and say what came of it; a fault of ours is no verdict."""
    text = job.get("order")
    says = promise(name, test, job)
    try:
        order = None if text is None else read_order(text)
    except ValueError as error:
        return refused(name, text, error)
    notes = observe.begin()
    try:
        line = tell(name, test, attempt(test, source, order), job)
        return line if line["finding"] else {**line, "evidence": notes.told()}
    except Misfit as error:
        return refused(name, text, error)
    except bdb.BdbQuit:
        return fate.report(name, says, fate.Fate("debugger"), job.get("again", ""))
    except MemoryError:
        return fate.report(name, says, fate.Fate("memory"), job.get("again", ""))
    except Exception as error:
        if _is_theirs(error, Path(job["submission"])):
            met = fate.Fate("outside", how=type(error).__name__)
            return fate.report(name, says, met, job.get("again", ""))
        return fate.ours(name, says, traceback.format_exc())


def _is_theirs(error: BaseException, submission: Path) -> bool:
    """Whether *error* was raised by code of the submission, which we have asked."""
    frames = traceback.walk_tb(error.__traceback__)
    files = {frame.f_code.co_filename for frame, _ in frames}
    return any(Path(file).parent == submission.parent for file in files)


def refused(name: str, order: str | None, error: Exception) -> Report:
    """Say in words that an order can't be tried."""
    return {"test": name, "refused": f"--order {order}: {error}"}


def watched(job: Report, tell: Tell) -> Witness | None:
    """Somebody who *tells* what is odd about a submission, if that is of interest."""
    if not job.get("watched"):
        return None
    file = Path(job["submission"])
    files = [file, *(file.with_name(name) for name in job.get("beside", ()))]
    own = Witness(files, tell, kit.of_grader(Path(job["grader"])).cast)
    own.read()
    witness.watch(own)
    own.seal()
    return own


def reports(
    job: Report, tell: Tell = str, load: Load = load_grader
) -> Iterator[Report]:
    """All lines of one job: a grader, a submission, and perhaps some tests."""
    path = Path(job["grader"])
    try:
        tests = promises(load(path))
        names = list(tests) if job.get("tests") is None else job["tests"]
        says = [promise(name, tests[name], job) for name in names]
    except Exception as error:
        yield from _broken(job.get("tests") or [path.stem], error)
        return
    yield {"names": names, "promises": says}
    source, own = None, watched(job, tell)
    kept = True  # what fails here need not be confirmed, and may well fail there
    for name in names:
        yield {"begin": name}
        began = time.perf_counter()
        source = source or source_of(job, own)
        if kept and is_confirmed(tests[name]) and job.get("order") is None:
            line = yield from confirmed(name, tests[name], source, job)
        else:
            line = report(name, tests[name], source, job)
        kept = kept and line.get("finding", line) is None
        if own:
            own.inspect()
        yield {**line, "seconds": round(time.perf_counter() - began, 3)}


def confirmed(
    name: str, test: Test, source: Source | LoadError, job: Report
) -> Generator[Report, None, Report]:
    """Yield signs of life; return the report of a promise that reality has a say in."""
    with contextlib.closing(confirm.really(name, job)) as real:
        next(real)  # they begin: there is more than one processor
        line = report(name, test, source, job)
        if line.get("finding", line) is None:
            line = yield from confirm.confirm(line, real)
    return line


def _broken(names: list[str], error: Exception) -> Iterator[Report]:
    """What is to be said of all promises of a grader that can't be loaded."""
    opening = texts.say("fate", "graders", error=type(error).__name__)
    details = "".join(traceback.format_exception(error))
    yield {"names": names, "promises": ["" for _ in names]}
    for name in names:
        yield {"begin": name}
        yield fate.ours(name, "", details, opening)


def work(
    jobs: list[Report], out: TextIO, guard: float = 0, load: Load = load_grader
) -> None:
    """Do the jobs, as long as this process is as it was at the start.

    A thread that a submission has left here would disturb all that comes after it:
    then the rest is left to the next process.
    """
    threads = threading.active_count()
    for job in jobs:
        count = 0

        def tell(words: str, job: Report = job) -> None:
            _write(out, {"job": job["id"], "flag": words})

        for line in reports(job, tell, load):
            count += "test" in line
            if guard:  # should the parent be gone, and with it our end
                faulthandler.dump_traceback_later(guard, exit=True)
            _write(out, {"job": job["id"], **line})
        _write(out, {"job": job["id"], "end": count})
        if threading.active_count() > threads:
            return


def _write(out: TextIO, line: Report) -> None:
    out.write(_text(line) + "\n")
    out.flush()


def limit(memory: int) -> None:
    """Bound what this process can take of the machine, as far as the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    bounds = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: FILE}
    if memory:
        bounds[resource.RLIMIT_AS] = memory
    for what, most in bounds.items():
        with contextlib.suppress(ValueError, OSError):  # it is lower already
            resource.setrlimit(what, (most, most))


def main(arguments: list[str]) -> None:
    """Read the jobs, write the reports."""
    faulthandler.enable()
    texts.speak()
    if sys.platform != "win32":  # a copy of this process would go on, and report too
        os.register_at_fork(after_in_child=lambda: os._exit(1))
    jobs, out, memory, guard, *_ = [*arguments, "0", "0"]
    limit(int(memory))
    code = 1
    try:
        with open(out, "a", encoding="utf-8") as file:
            work(json.loads(Path(jobs).read_text("utf-8")), file, float(guard))
        code = 0
    except BaseException:
        traceback.print_exc()
    os._exit(code)  # whatever threads and `atexit` of the submissions still want


if __name__ == "__main__":
    main(sys.argv[1:])
