# crash: result() is called without try, the first error ends all and is raised by run()
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value, error):
        self.ok = ok
        self.value = value
        self.error = error


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        outcomes = []
        for f in futures:
            outcomes.append(Outcome(f.exception() is None, f.result(), f.exception()))
    return outcomes
