# wrong-result: at the first late job the loop ends, jobs after it that were done in time come back as None
import time
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        future = pool.submit(func)
        done, not_done = wait([future], timeout=seconds)
        if not_done:
            return default
        return future.result()
    finally:
        pool.shutdown(wait=False)


def run_until(jobs, workers, seconds):
    deadline = time.monotonic() + seconds
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    results = [None] * len(futures)
    try:
        for i, future in enumerate(futures):
            done, _ = wait([future], timeout=max(0, deadline - time.monotonic()))
            if not done:
                break
            results[i] = future.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return results
