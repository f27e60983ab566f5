# late: call() returns from inside a with block, whose exit waits for the slow func
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    with ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(func)
        done, _ = wait([future], timeout=seconds)
        if not done:
            return default
        return future.result()


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    done, _ = wait(futures, timeout=seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
