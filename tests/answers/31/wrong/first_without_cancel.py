# late: first() does not cancel, the with block runs all the queued jobs before it lets go
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    jobs = list(jobs)
    results = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            index = index_of[future]
            results[index] = future.result()
            on_done(index, results[index])
    return results


def first(jobs, workers, n):
    results = []
    if n == 0:
        return results
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        for future in as_completed(futures):
            results.append(future.result())
            if len(results) == n:
                break
    return results
