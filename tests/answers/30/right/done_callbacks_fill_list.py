# right: add_done_callback with functools.partial writes each outcome into its place, shutdown waits
from concurrent.futures import ThreadPoolExecutor
from functools import partial


class Outcome:
    def __init__(self, value=None, error=None):
        self.value = value
        self.error = error

    @property
    def ok(self):
        return self.error is None


def _store(outcomes, index, future):
    error = future.exception()
    if error is None:
        outcomes[index] = Outcome(value=future.result())
    else:
        outcomes[index] = Outcome(error=error)


def run(jobs, workers):
    jobs = list(jobs)
    outcomes = [None] * len(jobs)
    # The callbacks run on the worker threads (or here, when the job was quicker than we are);
    # leaving the with block joins the workers, so every slot has been filled by then.
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for index, job in enumerate(jobs):
            pool.submit(job).add_done_callback(partial(_store, outcomes, index))
    return outcomes
