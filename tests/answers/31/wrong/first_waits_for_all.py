# late: first() makes a list of all results before it cuts off the first n, every job runs to its end
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        numbers = {future: i for i, future in enumerate(futures)}
        for future in as_completed(futures):
            on_done(numbers[future], future.result())
        return [future.result() for future in futures]


def first(jobs, workers, n):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        ready = list(as_completed(futures))[:n]
        for future in futures:
            future.cancel()
        return [future.result() for future in ready]
