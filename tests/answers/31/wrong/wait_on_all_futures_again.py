# endless: wait(FIRST_COMPLETED) is always given all futures, after the first one is done it returns at once and spins
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait
from itertools import islice


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        reported = set()
        while len(reported) < len(futures):
            done, _ = wait(futures, return_when=FIRST_COMPLETED)
            for future in done - reported:
                on_done(futures.index(future), future.result())
                reported.add(future)
    return [future.result() for future in futures]


def first(jobs, workers, n):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        return [future.result() for future in islice(as_completed(futures), n)]
    finally:
        pool.shutdown(cancel_futures=True)
