# endless: call() burns the processor in a loop over done() and the clock until one of them is reached
import time
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    started = time.monotonic()
    while time.monotonic() - started < seconds:
        if future.done():
            return future.result()
    return default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    done, _ = wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
