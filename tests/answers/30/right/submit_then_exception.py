# right: submit all in a comprehension, then exception() before result(), frozen dataclass
from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable, Iterable


@dataclass(frozen=True)
class Outcome:
    ok: bool
    value: Any = None
    error: BaseException | None = None


def to_outcome(future: Future) -> Outcome:
    error = future.exception()
    if error is not None:
        return Outcome(ok=False, error=error)
    return Outcome(ok=True, value=future.result())


def run(jobs: Iterable[Callable[[], Any]], workers: int) -> list[Outcome]:
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        return [to_outcome(future) for future in futures]
