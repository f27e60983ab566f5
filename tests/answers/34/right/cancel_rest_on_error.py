# right: after the first error jobs that have not begun are cancelled, those that run are waited for
from collections import deque
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, ThreadPoolExecutor, wait
from functools import partial


def _execute(make_executor, jobs, workers):
    executor = make_executor(max_workers=workers)
    futures = deque()
    try:
        for job in jobs:
            futures.append(executor.submit(job))
        done, pending = wait(futures, return_when=FIRST_EXCEPTION)
        for future in pending:
            future.cancel()
    finally:
        executor.shutdown(wait=True)
    for future in futures:
        if not future.cancelled() and future.exception() is not None:
            raise future.exception()
    return [future.result() for future in futures]


run_io = partial(_execute, ThreadPoolExecutor)
run_cpu = partial(_execute, ProcessPoolExecutor)
