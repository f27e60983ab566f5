# wrong-result: a TimeoutError raised by func itself is taken for lateness, call() gives default
import concurrent.futures
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        return pool.submit(func).result(timeout=seconds)
    except (TimeoutError, concurrent.futures.TimeoutError):
        return default
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    done, _ = wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
