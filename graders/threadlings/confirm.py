"""Reality has a say: what holds in every order has to hold in real processes, too.

A promise that the simulation has found to be kept is tried once more for each way of
beginning a process that the system has.  Should it go otherwise there, then the
simulation is wrong, and nobody's mark comes of it.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from threadlings import fate, kit
from threadlings.child import GLANCE, Adopting, Child, Job
from threadlings.texts import say

Report = dict[str, Any]

PATIENCE = 15.0  # seconds; fifty times what it takes
HOST = "threadlings.host"
KEPT, UNABLE = "kept", "unable"
LEAK = "leaked"  # what Python's own tracker says of semaphores and shared memory


def confirm(line: Report, job: Job) -> Generator[Report, None, Report]:
    """Yield signs of life; return *line*, or the report that replaces it."""
    kept = []
    alive = {"begin": line["test"]}
    yield alive
    for method, came, told in really(line["test"], job):
        yield alive
        if came == KEPT:
            kept.append(method)
        elif came != UNABLE:
            return _ours(line, method, came, told)
    return _sealed(line, kept)


def really(test: str, job: Job) -> Iterator[tuple[str, str, Report]]:
    """Try a promise once for every way of beginning a process, all of them at once.

    Yields the name of the method, what came of it (`KEPT`, `UNABLE`, or how it went
    otherwise: a key of the catalogue), and what there is to say of it.
    """
    methods = multiprocessing.get_all_start_methods()
    with Adopting(), ExitStack() as stack:
        hosts = [Child([_job(test, job, method)], module=HOST) for method in methods]
        for host in hosts:
            stack.callback(host.close)
        for method, host in zip(methods, hosts, strict=True):
            told = _told(host)
            yield method, _came(told), told


def _job(test: str, job: Job, method: str) -> Job:
    names = {"grader": job["grader"], "submission": job["submission"]}
    module = kit.of_grader(Path(job["grader"])).module
    return {**names, "module": module, "test": test, "method": method}


def _told(host: Child) -> Report:
    """What came of one host: its report, what it printed, and whether it ended."""
    end = time.monotonic() + PATIENCE
    while host.code is None and time.monotonic() < end:
        time.sleep(GLANCE)
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


def _ours(line: Report, method: str, key: str, told: Report) -> Report:
    opening = say("life", key, method=method, seconds=PATIENCE)
    details = told.get("error") or ", ".join(told.get("left", ())) or told["output"]
    opening = f"{opening} {say('life', 'ours')}"
    return fate.ours(line["test"], line["promise"], details, opening)


def _sealed(line: Report, methods: list[str]) -> Report:
    """The report of a kept promise, and where else it was kept."""
    covered = line["coverage"]
    key, facts = ("real", {"methods": ", ".join(methods)}) if methods else ("none", {})
    sentence = say("life", key, tried=covered["sentence"], **facts)
    return {**line, "coverage": {**covered, "sentence": sentence}}
