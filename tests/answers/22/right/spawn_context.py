# right: everything from the spawn context; try/finally joins; a Queue brings one message from each child
from __future__ import annotations

import multiprocessing
from multiprocessing.connection import wait
from typing import Any, Callable, Optional


def _work(chunk: list, predicate: Callable[[Any], bool], shared, outcome) -> None:
    error: Optional[Exception] = None
    count = 0
    try:
        for item in chunk:
            count += bool(predicate(item))
    except Exception as caught:
        error = caught
    with shared:                       # a Value is its own context manager
        shared.value += count
    outcome.put(error)


def count_matches(chunks: list[list], predicate: Callable[[Any], bool]) -> int:
    context = multiprocessing.get_context("spawn")
    shared = context.Value("q", 0)
    started = []
    first = None
    try:
        for chunk in chunks:
            outcome = context.Queue()
            process = context.Process(target=_work, args=(chunk, predicate, shared, outcome))
            process.start()
            started.append((process, outcome))
        for process, outcome in started:
            wait([process.sentinel, outcome._reader])
            error = ChildProcessError("no report") if outcome.empty() else outcome.get()
            if first is None:
                first = error
    finally:
        for process, outcome in started:
            process.join()
            outcome.close()
    if first is not None:
        raise first
    return shared.value
