# late: shutdown(cancel_futures=True) in finally still waits (wait=True is the default)
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        future = pool.submit(func)
        if future in wait([future], timeout=seconds).done:
            return future.result()
        return default
    finally:
        pool.shutdown(cancel_futures=True)


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done = wait(futures, timeout=seconds).done
        return [future.result() if future in done else None for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
