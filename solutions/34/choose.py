"""Pots and logs: who needs more arms, and who only needs to wait?

The idea here: a thread that waits leaves the interpreter to others, so threads are
enough for jobs that wait.  A thread that computes keeps it, so jobs that compute
need processes.
"""

from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def run_io(jobs: list[Callable[[], T]], workers: int) -> list[T]:
    """The results of jobs that mostly wait, in their order, *workers* at a time."""
    with ThreadPoolExecutor(workers) as pool:
        return _results(pool, jobs)


def run_cpu(jobs: list[Callable[[], T]], workers: int) -> list[T]:
    """The results of jobs that mostly compute, in their order, *workers* at a time."""
    # One pool for all jobs: to start a process costs far more than to hand it a job.
    with ProcessPoolExecutor(workers) as pool:
        return _results(pool, jobs)


def _results(pool: Executor, jobs: list[Callable[[], T]]) -> list[T]:
    # Everything is submitted before anything is waited for.
    futures = [pool.submit(job) for job in jobs]
    return [future.result() for future in futures]
