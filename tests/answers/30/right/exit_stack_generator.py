# right: a generator yields the outcomes lazily from an ExitStack, run() drains it
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Generic, Optional, TypeVar

T = TypeVar("T")


class Outcome(Generic[T]):
    ok: bool
    value: Optional[T]
    error: Optional[BaseException]

    def __init__(self, ok, value, error):
        vars(self).update(ok=ok, value=value, error=error)

    @classmethod
    def success(cls, value):
        return cls(True, value, None)

    @classmethod
    def failure(cls, error):
        return cls(False, None, error)


def _outcomes(jobs, workers):
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(max_workers=workers))
        waiting = [pool.submit(job) for job in jobs]
        for future in waiting:
            try:
                yield Outcome.success(future.result())
            except Exception as error:
                yield Outcome.failure(error)


def run(jobs, workers):
    return [*_outcomes(jobs, workers)]
