# right: wait(timeout=...) tells done from late, shutdown(wait=False, cancel_futures=True) in finally
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        future = pool.submit(func)
        done, _ = wait([future], timeout=seconds)
        if future in done:
            return future.result()
        return default
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
