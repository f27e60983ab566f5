# too-parallel: first() starts a thread for every job so that the quickest can win, whatever workers says
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            on_done(index_of[future], future.result())
    return [future.result() for future in index_of]


def first(jobs, workers, n):
    jobs = list(jobs)
    results = []
    if n == 0 or not jobs:
        return results
    with ThreadPoolExecutor(max_workers=len(jobs)) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in as_completed(futures):
                results.append(future.result())
                if len(results) == n:
                    break
        finally:
            for future in futures:
                future.cancel()
    return results
