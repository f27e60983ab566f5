# serial: run() waits for each job before it submits the next one
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    results = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        for index, job in enumerate(jobs):
            result = pool.submit(job).result()
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
