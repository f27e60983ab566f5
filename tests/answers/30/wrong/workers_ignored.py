# too-parallel: the number of workers is not handed to the executor, the default is larger
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Outcome:
    ok: bool
    value: object
    error: object


def run(jobs, workers):
    with ThreadPoolExecutor() as pool:
        futures = [pool.submit(job) for job in jobs]
    outcomes = []
    for f in futures:
        e = f.exception()
        outcomes.append(Outcome(e is None, f.result() if e is None else None, e))
    return outcomes
