# wrong-result: enumerate(as_completed(...)) numbers the completions, on_done gets that number instead of the job's index
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        for index, future in enumerate(as_completed(futures)):
            on_done(index, future.result())
    return [future.result() for future in futures]


def first(jobs, workers, n):
    results = []
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        if n > 0:
            for future in as_completed(futures):
                results.append(future.result())
                if len(results) == n:
                    return results
        return results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
