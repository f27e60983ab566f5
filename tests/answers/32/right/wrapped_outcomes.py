# right: the job is wrapped so that its own error comes back as a value, then a TimeoutError can only mean late
from concurrent.futures import ThreadPoolExecutor, TimeoutError as FutureTimeout
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any, Optional


@dataclass
class Ended:
    value: Any = None
    error: Optional[Exception] = None

    def get(self):
        if self.error is not None:
            raise self.error
        return self.value


def guarded(job):
    try:
        return Ended(value=job())
    except Exception as error:
        return Ended(error=error)


@contextmanager
def unwaited_pool(workers):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def call(func, seconds, default):
    with unwaited_pool(1) as pool:
        try:
            ended = pool.submit(guarded, func).result(seconds)
        except FutureTimeout:
            return default
    return ended.get()


def run_until(jobs, workers, seconds):
    end = monotonic() + seconds
    outcomes = []
    with unwaited_pool(workers) as pool:
        futures = list(map(partial(pool.submit, guarded), jobs))
        for future in futures:
            try:
                outcomes.append(future.result(max(end - monotonic(), 0)))
            except FutureTimeout:
                outcomes.append(Ended())        # Ended with None
    return [outcome.get() for outcome in outcomes]
