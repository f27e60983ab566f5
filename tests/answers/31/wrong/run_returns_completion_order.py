# wrong-result: run() appends the results as they complete, that is job order only by luck
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    results = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {pool.submit(job): index for index, job in enumerate(jobs)}
        for future in as_completed(futures):
            result = future.result()
            on_done(futures[future], result)
            results.append(result)
    return results


def first(jobs, workers, n):
    if n < 1:
        return []
    results = []
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        for future in as_completed([pool.submit(job) for job in jobs]):
            results.append(future.result())
            if len(results) == n:
                break
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return results
