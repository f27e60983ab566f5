# race: outcomes are appended as they complete, so the order is that of the jobs only by luck
from concurrent.futures import ThreadPoolExecutor, as_completed


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    outcomes = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        for future in as_completed(futures):
            try:
                outcomes.append(Outcome(True, value=future.result()))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
