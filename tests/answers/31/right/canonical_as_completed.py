# right: as_completed with a future -> index dict in both functions, the rest cancelled one by one
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    jobs = list(jobs)
    results = [None] * len(jobs)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): index for index, job in enumerate(jobs)}
        for future in as_completed(index_of):
            index = index_of[future]
            results[index] = future.result()
            on_done(index, results[index])
    return results


def first(jobs, workers, n):
    results = []
    if n <= 0:
        return results
    with ThreadPoolExecutor(max_workers=workers) as pool:
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
