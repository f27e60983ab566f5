# wrong-result: when cancel() is False (func runs) call() thinks it is as good as done and asks for result()
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    done, _ = wait([future], timeout=seconds)
    if not done and future.cancel():
        return default
    return future.result()


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
        return [future.result() if future in done else None for future in futures]
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
