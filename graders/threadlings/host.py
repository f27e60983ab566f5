"""The process in which one promise is tried in real processes, once.

`python -m threadlings.host JOBS REPORTS` reads a list of one job and writes what came
of it as a line of JSON.  Processes that begin from here import this module again, as
`multiprocessing` does with the main module, and with it the words of `life`.
"""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import shutil
import sys
import traceback
from importlib import import_module
from multiprocessing import util
from pathlib import Path
from typing import Any

import threadlings
from threadlings import life

LINGER = 3.0  # seconds that a process may take to end, once it is on its way

threadlings.WORDS = life.__name__


def unable(method: str) -> str:
    """Why this machine can't begin processes by *method*; empty where it can."""
    try:
        multiprocessing.get_context(method).Lock()
    except (ImportError, OSError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def settle(job: dict[str, Any]) -> None:
    """Put everything where the processes find it, under its usual name."""
    here, grader = Path.cwd(), Path(job["grader"])
    shutil.copy(job["submission"], here / f"{job['module']}.py")
    room = here / "life"
    room.mkdir()
    os.environ[life.ROOM] = str(room)
    sys.path[:0] = [str(here), str(grader.parent)]
    sys.path.append(str(Path(job["submission"]).parent))
    known: Any = multiprocessing.context
    known._default_context._default_context = multiprocessing.get_context(job["method"])
    cores = range(job["cores"])  # as in the simulation, whatever the machine has
    machine: dict[str, Any] = {
        "cpu_count": lambda: len(cores),
        "process_cpu_count": lambda: len(cores),
        "sched_getaffinity": lambda pid: set(cores),
    }
    for name in machine.keys() & vars(os).keys():
        setattr(os, name, machine[name])


def tried(job: dict[str, Any]) -> str:
    """Try the promise; what went wrong, with its traceback, or nothing."""
    try:
        test = getattr(import_module(Path(job["grader"]).stem), job["test"])
        test(import_module(job["module"]))
    except BaseException:
        return traceback.format_exc()
    return ""


def clear() -> list[str]:
    """End what is left, as the end of a program does; the processes that still ran."""
    gc.collect()
    for child in multiprocessing.active_children():
        child.join(LINGER)
    left = multiprocessing.active_children()
    for child in left:
        child.kill()
    library: Any = util
    _stop("forkserver")
    library._exit_function()
    _stop("resource_tracker")
    return [child.name for child in left]


def _stop(helper: str) -> None:
    """End a process of the library's own, if it began one, and let it have its say."""
    module: Any = sys.modules.get(f"multiprocessing.{helper}")
    if module is not None:
        getattr(module, f"_{helper}")._stop()


def main(arguments: list[str]) -> None:
    """Do the job and write the report."""
    jobs, reports, *_ = arguments
    (job,) = json.loads(Path(jobs).read_text("utf-8"))
    report: dict[str, Any] = {"unable": unable(job["method"])}
    if not report["unable"]:
        settle(job)
        report["error"] = tried(job)
        report["left"] = clear()
    with open(reports, "a", encoding="utf-8") as file:
        file.write(json.dumps(report) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
