# right: spawn context, dataclasses as messages, contiguous slices, a queue for each child
from __future__ import annotations

import multiprocessing
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Any, Callable, Sequence

_spawn = multiprocessing.get_context("spawn")


@dataclass
class _Report:
    values: list = field(default_factory=list)
    error: Exception | None = None


@dataclass
class _Child:
    process: Any
    queue: Any
    report: _Report | None = None


def _compute(func: Callable, part: Sequence, queue) -> None:
    report = _Report()
    for item in part:
        try:
            report.values.append(func(item))
        except Exception as error:
            report.error = error
            break
    queue.put(report)


def parallel_map(func: Callable, items: Sequence, workers: int) -> list:
    items = list(items)
    parts = min(workers, len(items))
    bounds = [len(items) * k // parts for k in range(parts + 1)] if parts else [0]
    children: list[_Child] = []
    try:
        for low, high in zip(bounds, bounds[1:]):
            queue = _spawn.Queue()
            process = _spawn.Process(target=_compute, args=(func, items[low:high], queue))
            process.start()
            children.append(_Child(process, queue))
        for child in children:
            wait([child.queue._reader, child.process.sentinel])
            if not child.queue.empty():
                child.report = child.queue.get()
    except BaseException:
        for child in children:
            child.process.terminate()
        raise
    finally:
        for child in children:
            child.process.join()
            child.queue.close()

    result: list = []
    for child in children:
        if child.report is None:
            raise ChildProcessError(f"exit code {child.process.exitcode}")
        if child.report.error is not None:
            raise child.report.error
        result += child.report.values
    return result
