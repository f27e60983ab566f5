# serial: max_workers=1 "to keep the order", nothing overlaps
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok, self.value, self.error = ok, value, error


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [pool.submit(job) for job in jobs]
    outcomes = []
    for future in futures:
        error = future.exception()
        if error is not None:
            outcomes.append(Outcome(False, error=error))
        else:
            outcomes.append(Outcome(True, value=future.result()))
    return outcomes
