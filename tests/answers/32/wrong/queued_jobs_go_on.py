# leak: the queued jobs are not cancelled, they are begun after run_until() has come back
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
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
        return [future.result() if future in done else None for future in futures]
    finally:
        pool.shutdown(wait=False)
