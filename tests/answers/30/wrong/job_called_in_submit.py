# wrong-result: submit(job()) calls the job in the caller and submits what it returned
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple


class Outcome(NamedTuple):
    ok: bool
    value: object
    error: object


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job()) for job in jobs]
    outcomes = []
    for future in futures:
        if future.exception() is not None:
            outcomes.append(Outcome(False, None, future.exception()))
        else:
            outcomes.append(Outcome(True, future.result(), None))
    return outcomes
