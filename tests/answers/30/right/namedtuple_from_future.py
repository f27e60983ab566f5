# right: NamedTuple with a classmethod from_future, wait() for all, shutdown in finally
from concurrent import futures
from typing import NamedTuple, Optional


class Outcome(NamedTuple):
    ok: bool
    value: object = None
    error: Optional[BaseException] = None

    @classmethod
    def from_future(cls, future):
        error = future.exception()
        return cls(error is None, future.result() if error is None else None, error)


def run(jobs, workers):
    pool = futures.ThreadPoolExecutor(max_workers=workers, thread_name_prefix="outcomes")
    try:
        submitted = [pool.submit(job) for job in jobs]
        futures.wait(submitted, return_when=futures.ALL_COMPLETED)
    finally:
        pool.shutdown(wait=True)
    return list(map(Outcome.from_future, submitted))
