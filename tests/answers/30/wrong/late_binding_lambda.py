# race: lambda: job() looks the loop variable up when the worker gets to it, by then it may be another job
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any


@dataclass
class Outcome:
    ok: bool
    value: Any = None
    error: Any = None


def run(jobs, workers):
    futures = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for job in jobs:
            futures.append(pool.submit(lambda: job()))
        outcomes = []
        for future in futures:
            try:
                outcomes.append(Outcome(True, value=future.result()))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
