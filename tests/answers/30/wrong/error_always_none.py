# wrong-result: the error of a failed job is thrown away, only ok says that something went wrong
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    value = None
    error = None

    def __init__(self, ok):
        self.ok = ok


def run(jobs, workers):
    outcomes = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        for future in futures:
            try:
                value = future.result()
                outcome = Outcome(True)
                outcome.value = value
            except Exception as error:
                outcome = Outcome(False)
                error = outcome.error
            outcomes.append(outcome)
    return outcomes
