# leak: when a job or on_done raises, run() is left before shutdown(), jobs still run and are begun behind the caller's back
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    pool = ThreadPoolExecutor(max_workers=workers)
    index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
    for future in as_completed(index_of):
        on_done(index_of[future], future.result())
    pool.shutdown()
    return [future.result() for future in index_of]


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
