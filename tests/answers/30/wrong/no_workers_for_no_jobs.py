# crash: min(workers, len(jobs)) is 0 for an empty list and ThreadPoolExecutor(0) raises ValueError
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    needed = min(workers, len(jobs))
    with ThreadPoolExecutor(max_workers=needed) as pool:
        futures = [pool.submit(job) for job in jobs]
        outcomes = []
        for future in futures:
            try:
                outcomes.append(Outcome(True, value=future.result()))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
