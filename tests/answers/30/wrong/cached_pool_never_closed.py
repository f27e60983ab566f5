# leak: the pool is kept in a module-level cache and never shut down, its threads live on
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache


class Outcome:
    def __init__(self, ok, value, error):
        self.ok = ok
        self.value = value
        self.error = error


@lru_cache(maxsize=None)
def _pool(workers):
    # making threads is expensive, so use the same pool again
    return ThreadPoolExecutor(max_workers=workers)


def run(jobs, workers):
    pool = _pool(workers)
    futures = [pool.submit(job) for job in jobs]
    outcomes = []
    for future in futures:
        try:
            outcomes.append(Outcome(True, future.result(), None))
        except Exception as error:
            outcomes.append(Outcome(False, None, error))
    return outcomes
