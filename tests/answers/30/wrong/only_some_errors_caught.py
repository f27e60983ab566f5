# crash: only ValueError and RuntimeError are caught, any other error of a job is raised by run()
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Outcome:
    ok: bool
    value: object
    error: object


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        outcomes = []
        for future in futures:
            try:
                outcomes.append(Outcome(True, future.result(), None))
            except (ValueError, RuntimeError) as error:
                outcomes.append(Outcome(False, None, error))
    return outcomes
