# crash: a cancelled future is done() too, result() of a job that was never begun raises CancelledError
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
    wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    results = []
    for future in futures:
        if future.done():
            results.append(future.result())
        else:
            results.append(None)
    return results
