"""Reality has a say: what holds in every order has to hold in real processes, too.

A promise that the simulation has found to be kept is tried once more for each way of
beginning a process that the system has.  Should it go otherwise there, then the
simulation is wrong, and nobody's mark comes of it.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from threadlings import fate, kit
from threadlings.child import GLANCE, Adopting, Child, Job
from threadlings.sync.clock import CORES
from threadlings.texts import say

Report = dict[str, Any]

PATIENCE = 30.0  # seconds; a hundred times what it takes
BEAT = 1.0  # seconds between two signs of life
HOST = "threadlings.host"
KEPT, UNABLE = "kept", "unable"
LEAK = "leaked"  # what Python's own tracker says of semaphores and shared memory


class Real(NamedTuple):
    """What came of one real run."""

    method: str  # of beginning a process
    came: str  # `KEPT`, `UNABLE`, or how it went otherwise: a key of the catalogue
    told: Report  # what there is to say of it


def confirm(
    line: Report, runs: Iterable[Real | None]
) -> Generator[Report, None, Report]:
    """Yield signs of life; return *line*, or the report that replaces it."""
    reals = []
    for real in runs:
        if real is None:
            yield {"begin": line["test"]}
        else:
            reals.append(real)
    kept = [real.method for real in reals if real.came == KEPT]
    wrong = [real for real in reals if real.came not in (KEPT, UNABLE)]
    return _differs(line, wrong[0], kept) if wrong else _sealed(line, kept)


def really(test: str, job: Job) -> Generator[Real | None, None, None]:
    """Try a promise once for every way of beginning a process, all of them at once.

    Yields None at the beginning, and now and then while there is nothing to say.
    Closing the generator ends all processes.  Where no process may be begun, the job
    says so, and nothing is tried.
    """
    real = job.get("real", True)
    methods = multiprocessing.get_all_start_methods() if real else []
    with Adopting(), ExitStack() as stack:
        hosts = [Child([_job(test, job, method)], module=HOST) for method in methods]
        for host in hosts:
            stack.callback(host.close)
        yield None
        for method, host in zip(methods, hosts, strict=True):
            yield from _end(host)
            told = _told(host)
            yield Real(method, _came(told), told)


def _job(test: str, job: Job, method: str) -> Job:
    names = {"grader": job["grader"], "submission": job["submission"]}
    module = kit.of_grader(Path(job["grader"])).module
    how = {"test": test, "method": method, "cores": CORES}
    return {**names, "module": module, **how}


def _end(host: Child) -> Iterator[None]:
    """Wait for its end, but not for ever."""
    end = time.monotonic() + PATIENCE
    beat = 0.0
    while host.code is None and time.monotonic() < end:
        if time.monotonic() > beat:
            yield
            beat = time.monotonic() + BEAT
        time.sleep(GLANCE)


def _told(host: Child) -> Report:
    """What came of it: its report, what it printed, and whether it ended."""
    ended = host.code is not None
    if not ended:
        host.abort()
    lines = [json.loads(raw) for raw in host.lines()]
    report: Report = lines[0] if lines else {}
    return {**report, "ended": ended, "whole": bool(lines), "output": host.stacks()}


def _came(told: Report) -> str:
    """How it went."""
    if told.get("unable"):
        return UNABLE
    if not told["ended"]:
        return "hangs"
    if not told["whole"]:
        return "dies"
    if told["error"]:
        return "fails"
    if told["left"]:
        return "leaves"
    return "leaks" if LEAK in told["output"] else KEPT


def _differs(line: Report, real: Real, kept: list[str]) -> Report:
    """The report of a promise that one real run did not keep, and others perhaps did.

    Where others did, it may hang on how a process begins: ours begin as by spawn, and
    inherit nothing.
    """
    told = real.told
    opening = say("life", real.came, method=real.method, seconds=PATIENCE)
    blame = say("life", "partly" if kept else "ours", methods=", ".join(kept))
    details = told.get("error") or ", ".join(told.get("left", ())) or told["output"]
    facts = (line["test"], line["promise"], details, f"{opening} {blame}")
    report = fate.unsettled(*facts, ours=not kept)
    report["finding"]["look"] = True  # somebody has to find out
    return report


def _sealed(line: Report, methods: list[str]) -> Report:
    """The report of a kept promise, and where else it was kept."""
    covered = line["coverage"]
    key, facts = ("real", {"methods": ", ".join(methods)}) if methods else ("none", {})
    sentence = say("life", key, tried=covered["sentence"], **facts)
    return {**line, "coverage": {**covered, "sentence": sentence}}
