"""Pots and logs: who needs more arms, and who only needs to wait?

The idea here: a thread that waits leaves the interpreter to others, so threads are
enough for jobs that wait.  A thread that computes keeps it, so jobs that compute
need processes.
"""

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def run_io(jobs: list[Callable[[], T]], workers: int) -> list[T]:
    """The results of jobs that mostly wait, in their order, *workers* at a time."""
    # TODO: write these bodies.
    raise NotImplementedError("run_io is still to be written")


def run_cpu(jobs: list[Callable[[], T]], workers: int) -> list[T]:
    """The results of jobs that mostly compute, in their order, *workers* at a time."""
    raise NotImplementedError("run_cpu is still to be written")
