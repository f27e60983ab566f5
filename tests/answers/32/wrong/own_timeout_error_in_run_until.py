# wrong-result: result() inside the try around as_completed, a job's own TimeoutError looks like the deadline
import concurrent.futures as cf


def call(func, seconds, default):
    pool = cf.ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    if cf.wait([future], timeout=seconds).done:
        return future.result()
    return default


def run_until(jobs, workers, seconds):
    jobs = list(jobs)
    results = [None] * len(jobs)
    pool = cf.ThreadPoolExecutor(max_workers=workers)
    index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
    try:
        for future in cf.as_completed(index_of, timeout=seconds):
            results[index_of[future]] = future.result()
    except (TimeoutError, cf.TimeoutError):
        pass
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return results
