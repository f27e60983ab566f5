# wrong-result: run() swallows what a job raises and puts None in its place
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    jobs = list(jobs)
    results = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            try:
                result = future.result()
            except Exception:
                continue
            results[index_of[future]] = result
            on_done(index_of[future], result)
    return results


def first(jobs, workers, n):
    results = []
    if n == 0:
        return results
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        for future in as_completed([pool.submit(job) for job in jobs]):
            results.append(future.result())
            if len(results) == n:
                break
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return results
