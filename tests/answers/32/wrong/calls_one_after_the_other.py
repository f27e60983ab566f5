# serial: run_until() is a loop over call() with the time that is left, one job at a time
import time
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        future = pool.submit(func)
        done, _ = wait([future], timeout=seconds)
        return future.result() if done else default
    finally:
        pool.shutdown(wait=False)


def run_until(jobs, workers, seconds):
    end = time.monotonic() + seconds
    results = []
    for job in jobs:
        left = end - time.monotonic()
        results.append(call(job, left, None) if left > 0 else None)
    return results
