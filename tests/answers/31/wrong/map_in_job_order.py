# wrong-result: pool.map gives the results in job order, on_done for a quick job waits for the slow one before it
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    results = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for index, result in enumerate(pool.map(lambda job: job(), jobs)):
            on_done(index, result)
            results.append(result)
    return results


def first(jobs, workers, n):
    results = []
    if n == 0:
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
