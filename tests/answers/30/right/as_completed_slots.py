# right: as_completed with a future -> index dict, each outcome goes into its own slot of a prepared list
from concurrent.futures import ThreadPoolExecutor, as_completed


class Outcome:
    __slots__ = ("ok", "value", "error")

    def __init__(self, ok, value=None, error=None):
        self.ok, self.value, self.error = ok, value, error


def run(jobs, workers):
    jobs = list(jobs)
    outcomes = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            i = index_of[future]
            try:
                outcomes[i] = Outcome(True, value=future.result())
            except Exception as error:
                outcomes[i] = Outcome(False, error=error)
    return outcomes
