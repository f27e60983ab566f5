# wrong-result: a job that returns None counts as failed
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, value, error):
        self.value = value
        self.error = error
        self.ok = value is not None


def run(jobs, workers):
    outcomes = []
    with ThreadPoolExecutor(workers) as pool:
        for future in [pool.submit(job) for job in jobs]:
            try:
                outcomes.append(Outcome(future.result(), None))
            except Exception as error:
                outcomes.append(Outcome(None, error))
    return outcomes
