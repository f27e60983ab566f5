# late: run() looks every tenth of a second which futures are done
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        open_ones = dict(enumerate(futures))
        while open_ones:
            time.sleep(0.1)
            for index in list(open_ones):
                if open_ones[index].done():
                    on_done(index, open_ones.pop(index).result())
    return [future.result() for future in futures]


def first(jobs, workers, n):
    results = []
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    try:
        if n > 0:
            for future in as_completed(futures):
                results.append(future.result())
                if len(results) == n:
                    break
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return results
