# crash: jobs.index(job) finds the first of two equal callables, the place of the second stays None
from concurrent.futures import ThreadPoolExecutor, as_completed


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    jobs = list(jobs)
    outcomes = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        job_of = {}
        for job in jobs:
            job_of[pool.submit(job)] = job
        for future in as_completed(job_of):
            place = jobs.index(job_of[future])
            error = future.exception()
            if error is None:
                outcomes[place] = Outcome(True, future.result())
            else:
                outcomes[place] = Outcome(False, error=error)
    return outcomes
