# right: one generator yields (index, result) as they come and cancels and joins in its finally; contextlib.closing
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from queue import Queue


def _arrivals(jobs, workers):
    arrived = Queue()
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = {}
        for index, job in enumerate(jobs):
            future = pool.submit(job)
            futures[future] = index
            future.add_done_callback(arrived.put)
        for _ in range(len(futures)):
            future = arrived.get()
            yield futures[future], future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def run(jobs, workers, on_done):
    results = {}
    with closing(_arrivals(jobs, workers)) as arrivals:
        for index, result in arrivals:
            on_done(index, result)
            results[index] = result
    return [results[index] for index in range(len(results))]


def first(jobs, workers, n):
    with closing(_arrivals(jobs, workers)) as arrivals:
        return [result for _, result in islice(arrivals, n)]
