# wrong-result: run() goes through the futures in the order of submitting, on_done comes too late for the quick ones
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        for i, future in enumerate(futures):
            on_done(i, future.result())
    return [future.result() for future in futures]


def first(jobs, workers, n):
    ready = SimpleQueue()
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        for future in futures:
            future.add_done_callback(ready.put)
        return [ready.get().result() for _ in range(min(n, len(futures)))]
    finally:
        pool.shutdown(cancel_futures=True)
