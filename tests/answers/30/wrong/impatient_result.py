# wrong-result: result(timeout=1) - a job that takes longer is reported as a TimeoutError of its own
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        outcomes = []
        for future in futures:
            try:
                outcomes.append(Outcome(True, value=future.result(timeout=1)))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
