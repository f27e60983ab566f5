# late: done() is polled with sleeps instead of being waited for
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass
class Outcome:
    ok: bool
    value: object = None
    error: object = None


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        pending = {}
        for index, job in enumerate(jobs):
            pending[index] = pool.submit(job)
        outcomes = [None] * len(pending)
        while pending:
            for index, future in list(pending.items()):
                if future.done():
                    del pending[index]
                    if future.exception() is None:
                        outcomes[index] = Outcome(True, value=future.result())
                    else:
                        outcomes[index] = Outcome(False, error=future.exception())
            if pending:
                time.sleep(0.1)
    return outcomes
