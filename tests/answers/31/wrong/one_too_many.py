# wrong-result: the test stands before the append and uses >, so first() gives n + 1 results
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            on_done(index_of[future], future.result())
    return [future.result() for future in index_of]


def first(jobs, workers, n):
    results = []
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        for future in as_completed(futures):
            if len(results) > n:
                break
            results.append(future.result())
        return results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
