# late: every result() gets the full time-out again, n late jobs take n times as long
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    done, _ = wait([future], timeout=seconds)
    pool.shutdown(wait=False)
    return future.result() if done else default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    results = []
    try:
        for future in futures:
            done, _ = wait([future], timeout=seconds)
            results.append(future.result() if done else None)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return results
