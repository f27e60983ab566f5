# late: wait() for all first, and only then as_completed and on_done
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def run(jobs, workers, on_done):
    jobs = list(jobs)
    results = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        wait(index_of)
        for future in as_completed(index_of):
            i = index_of[future]
            results[i] = future.result()
            on_done(i, results[i])
    return results


def first(jobs, workers, n):
    results = []
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    try:
        completed = as_completed(futures)
        while len(results) < min(n, len(futures)):
            results.append(next(completed).result())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return results
