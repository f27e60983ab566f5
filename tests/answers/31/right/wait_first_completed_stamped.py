# right: wait(FIRST_COMPLETED); a wrapper stamps each job with its place in the finish, batches are sorted by it
import concurrent.futures as cf
import itertools
from dataclasses import dataclass
from typing import Any


@dataclass
class Finish:
    place: int
    index: int
    value: Any = None
    error: Any = None

    def unwrap(self):
        if self.error is not None:
            raise self.error
        return self.value


def _runner(index, job, places):
    try:
        value = job()
    except Exception as error:
        return Finish(next(places), index, error=error)
    return Finish(next(places), index, value)


def _finishes(pool, jobs):
    places = itertools.count()
    pending = {pool.submit(_runner, i, job, places) for i, job in enumerate(jobs)}
    while pending:
        done, pending = cf.wait(pending, return_when=cf.FIRST_COMPLETED)
        yield from sorted((future.result() for future in done), key=lambda finish: finish.place)


def run(jobs, workers, on_done):
    jobs = list(jobs)
    results = [None] * len(jobs)
    with cf.ThreadPoolExecutor(max_workers=workers) as pool:
        for finish in _finishes(pool, jobs):
            results[finish.index] = finish.unwrap()
            on_done(finish.index, finish.value)
    return results


def first(jobs, workers, n):
    pool = cf.ThreadPoolExecutor(max_workers=workers)
    try:
        return [finish.unwrap() for finish in itertools.islice(_finishes(pool, jobs), n)]
    finally:
        pool.shutdown(cancel_futures=True)
