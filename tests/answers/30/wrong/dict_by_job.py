# wrong-result: futures are kept in a dict by job, a callable that comes twice has one future only
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Any


class Outcome(NamedTuple):
    ok: bool
    value: Any = None
    error: Any = None


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {job: pool.submit(job) for job in jobs}
        outcomes = []
        for future in futures.values():
            try:
                outcomes.append(Outcome(True, value=future.result()))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
