# race: wait(FIRST_EXCEPTION) comes back early, jobs that are not done then get an empty outcome
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait


class Outcome:
    def __init__(self, ok=False, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        done, not_done = wait(futures, return_when=FIRST_EXCEPTION)
        outcomes = []
        for future in futures:
            if future in not_done:
                outcomes.append(Outcome())
            elif future.exception() is not None:
                outcomes.append(Outcome(error=future.exception()))
            else:
                outcomes.append(Outcome(True, value=future.result()))
    return outcomes
