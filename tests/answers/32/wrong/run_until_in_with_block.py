# late: run_until() cancels what has not begun, but the exit of its with block waits for those that run
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    done, _ = wait([future], timeout=seconds)
    pool.shutdown(wait=False)
    return future.result() if done else default


def run_until(jobs, workers, seconds):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        done, not_done = wait(futures, timeout=seconds)
        for future in not_done:
            future.cancel()
        return [future.result() if future in done else None for future in futures]
