# serial: result() is asked for inside the submit loop, so one job runs at a time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Optional


@dataclass
class Outcome:
    ok: bool
    value: Any = None
    error: Optional[Exception] = None


def run(jobs, workers):
    outcomes = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for job in jobs:
            future = pool.submit(job)
            try:
                outcomes.append(Outcome(True, value=future.result()))
            except Exception as error:
                outcomes.append(Outcome(False, error=error))
    return outcomes
