# leak: call() uses one worker of the module that is never shut down (and that a late func keeps from the next one)
from concurrent.futures import ThreadPoolExecutor, wait

_caller = ThreadPoolExecutor(max_workers=1, thread_name_prefix="call")


def call(func, seconds, default):
    future = _caller.submit(func)
    done, _ = wait([future], timeout=seconds)
    if done:
        return future.result()
    future.cancel()
    return default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
        return [future.result() if future in done else None for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
