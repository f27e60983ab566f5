# wrong-result: run_until() hides the error of a job behind None, as if it had been late
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    done, _ = wait([future], timeout=seconds)
    pool.shutdown(wait=False)
    if done:
        return future.result()
    return default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    done, _ = wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    results = []
    for future in futures:
        if future in done and future.exception() is None:
            results.append(future.result())
        else:
            results.append(None)
    return results
