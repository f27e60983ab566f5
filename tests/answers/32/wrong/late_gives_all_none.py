# wrong-result: when one job is late run_until() throws away the results of all the others
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    if wait([future], timeout=seconds).not_done:
        return default
    return future.result()


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    _, not_done = wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    if not_done:
        return [None] * len(futures)
    return [future.result() for future in futures]
