# late: func is called in the caller's own thread, how long it took is looked at when it is over
import time
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    started = time.monotonic()
    result = func()
    if time.monotonic() - started > seconds:
        return default
    return result


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
        return [future.result() if future in done else None for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
