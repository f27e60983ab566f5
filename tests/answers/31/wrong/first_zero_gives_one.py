# wrong-result: the count is looked at after the append, first(jobs, workers, 0) gives one or more results
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        positions = {future: pos for pos, future in enumerate(futures)}
        for future in as_completed(futures):
            on_done(positions[future], future.result())
    return [future.result() for future in futures]


def first(jobs, workers, n):
    results = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in as_completed(futures):
                results.append(future.result())
                if len(results) >= n:
                    break
        finally:
            for future in futures:
                future.cancel()
    return results
