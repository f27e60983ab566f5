# right: as_completed fills the places; the first error in job order is raised when all have ended
from __future__ import annotations

from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from typing import Any, Callable


def _collect(executor: Executor, jobs: list[Callable[[], Any]]) -> list[Any]:
    results: list[Any] = [None] * len(jobs)
    errors: dict[int, BaseException] = {}
    with executor:
        index_of = {executor.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            i = index_of[future]
            try:
                results[i] = future.result()
            except Exception as error:
                errors[i] = error
    if errors:
        raise errors[min(errors)]
    return results


def run_io(jobs: list[Callable[[], Any]], workers: int) -> list[Any]:
    return _collect(ThreadPoolExecutor(max_workers=workers, thread_name_prefix="io"), jobs)


def run_cpu(jobs: list[Callable[[], Any]], workers: int) -> list[Any]:
    return _collect(ProcessPoolExecutor(max_workers=workers), jobs)
