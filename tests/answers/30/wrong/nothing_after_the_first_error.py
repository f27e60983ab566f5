# wrong-result: one try around the whole collecting loop, the outcomes after the first error are missing
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Outcome:
    ok: bool
    value: object = None
    error: object = None


def run(jobs, workers):
    outcomes = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in futures:
                outcomes.append(Outcome(True, future.result()))
        except Exception as error:
            outcomes.append(Outcome(False, None, error))
    return outcomes
