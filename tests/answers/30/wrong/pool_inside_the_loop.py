# serial: a with block (a new pool) for each job, its exit waits before the next one is submitted
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    futures = []
    for job in jobs:
        with ThreadPoolExecutor(max_workers=workers) as pool:
            futures.append(pool.submit(job))
    result = []
    for future in futures:
        error = future.exception()
        if error is None:
            result.append(Outcome(True, future.result()))
        else:
            result.append(Outcome(False, error=error))
    return result
