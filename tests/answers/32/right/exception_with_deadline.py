# right: exception(timeout) returns the job's own error and raises only when late; one common deadline; joins when nothing is late
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from typing import Any, Callable, List, Sequence

LATE = object()


def _outcome(future: Future, deadline: float) -> Any:
    """The result of the future, or LATE.  Raises what the job raised."""
    try:
        error = future.exception(timeout=max(0.0, deadline - time.monotonic()))
    except TooLate:
        return LATE
    if error is not None:
        raise error
    return future.result()


def call(func: Callable[[], Any], seconds: float, default: Any) -> Any:
    deadline = time.monotonic() + seconds
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="deadline")
    future = pool.submit(func)
    try:
        result = _outcome(future, deadline)
        return default if result is LATE else result
    finally:
        pool.shutdown(wait=future.done(), cancel_futures=True)


def run_until(jobs: Sequence[Callable[[], Any]], workers: int, seconds: float) -> List[Any]:
    deadline = time.monotonic() + seconds
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="deadline")
    futures = [pool.submit(job) for job in jobs]
    results: List[Any] = []
    errors: List[BaseException] = []
    for future in futures:
        try:
            result = _outcome(future, deadline)
        except Exception as error:
            errors.append(error)
        else:
            results.append(None if result is LATE else result)
    everything_ended = all(future.done() for future in futures)
    pool.shutdown(wait=everything_ended, cancel_futures=True)
    if errors:
        raise errors[0]
    return results
