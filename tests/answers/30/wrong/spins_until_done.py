# endless: busy waiting on done() in the caller
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value, error):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    while not all(future.done() for future in futures):
        pass
    pool.shutdown()
    outcomes = []
    for future in futures:
        error = future.exception()
        value = future.result() if error is None else None
        outcomes.append(Outcome(error is None, value, error))
    return outcomes
