# wrong-result: a result that is None (taken for "nothing there yet") is not reported to on_done
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    results = {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        index_of = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(index_of):
            index, result = index_of[future], future.result()
            results[index] = result
            if result is not None:
                on_done(index, result)
    return [results[i] for i in sorted(results)]


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
        return results
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
