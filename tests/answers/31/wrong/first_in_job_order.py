# wrong-result: the first n are found rightly, but their results come back in job order and not in the order of being ready
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    results = {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = {pool.submit(job): i for i, job in enumerate(jobs)}
        for future in as_completed(futures):
            results[futures[future]] = future.result()
            on_done(futures[future], future.result())
    return [results[i] for i in range(len(results))]


def first(jobs, workers, n):
    ready = []
    if n == 0:
        return ready
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in as_completed(futures):
                future.result()         # raises what the job raised
                ready.append(future)
                if len(ready) == n:
                    break
        finally:
            for future in futures:
                future.cancel()
    return [future.result() for future in futures if future in ready]
