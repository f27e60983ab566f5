# wrong-result: results are appended as they complete and filled up with None, so they stand in the wrong places
import concurrent.futures
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    done, _ = wait([future], timeout=seconds)
    return future.result() if done else default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    finished = []
    try:
        for future in as_completed(futures, timeout=seconds):
            finished.append(future)
    except concurrent.futures.TimeoutError:
        pass
    pool.shutdown(wait=False, cancel_futures=True)
    results = [future.result() for future in finished]
    results += [None] * (len(futures) - len(results))
    return results
