# leak: shutdown(wait=False) without cancel_futures, the queued jobs are begun after first() has returned
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice


def run(jobs, workers, on_done):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        index_of = {f: i for i, f in enumerate(futures)}
        for future in as_completed(futures):
            on_done(index_of[future], future.result())
        return [f.result() for f in futures]
    finally:
        pool.shutdown(wait=True)


def first(jobs, workers, n):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    try:
        results = [future.result() for future in islice(as_completed(futures), n)]
    except Exception:
        pool.shutdown(wait=True)
        raise
    pool.shutdown(wait=False)
    return results
