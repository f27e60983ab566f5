# wrong-result: first() puts the exception of a job among the results instead of raising it
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        place = {future: i for i, future in enumerate(futures)}
        for future in as_completed(futures):
            on_done(place[future], future.result())
    return [future.result() for future in futures]


def first(jobs, workers, n):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    results = []
    for future in islice(as_completed(futures), n):
        error = future.exception()
        results.append(future.result() if error is None else error)
    pool.shutdown(wait=True, cancel_futures=True)
    return results
