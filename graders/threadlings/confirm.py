"""Reality has a say: what holds in every order has to hold in real processes, too.

A promise that the simulation has found to be kept is tried once more for each way of
beginning a process that the system has.  Should it go otherwise there, then the
simulation is wrong, and nobody's mark comes of it.
"""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from threadlings import fate, kit
from threadlings.child import GLANCE, Adopting, Child, Job
from threadlings.texts import say

Report = dict[str, Any]

PATIENCE = 15.0  # seconds; fifty times what it takes
HOST = "threadlings.host"
LEAK = "leaked"  # what Python's own tracker says of semaphores and shared memory


def confirm(line: Report, job: Job) -> Generator[Report, None, Report]:
    """Yield signs of life; return *line*, or the report that replaces it."""
    methods = multiprocessing.get_all_start_methods()
    done = []
    with Adopting(), ExitStack() as stack:
        hosts = [Child([_job(line, job, method)], module=HOST) for method in methods]
        for host in hosts:
            stack.callback(host.close)
        for method, host in zip(methods, hosts, strict=True):
            yield {"begin": line["test"]}
            told = _told(host)
            if told.get("unable"):
                continue
            key = _difference(told)
            if key:
                return _ours(line, method, key, told)
            done.append(method)
    return _sealed(line, done)


def _job(line: Report, job: Job, method: str) -> Job:
    names = {"grader": job["grader"], "submission": job["submission"]}
    module = kit.of_grader(Path(job["grader"])).module
    return {**names, "module": module, "test": line["test"], "method": method}


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


def _difference(told: Report) -> str:
    """In what it went otherwise: a key of the catalogue, or nothing."""
    if not told["ended"]:
        return "hangs"
    if not told["whole"]:
        return "dies"
    if told["error"]:
        return "fails"
    if told["left"]:
        return "leaves"
    return "leaks" if LEAK in told["output"] else ""


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
