# late: run_until() looks every tenth of a second whether all are done
import time
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    done, _ = wait([future], timeout=seconds)
    return future.result() if done else default


def run_until(jobs, workers, seconds):
    end = time.monotonic() + seconds
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    while time.monotonic() < end and not all(f.done() for f in futures):
        time.sleep(0.1)
    finished = [f for f in futures if f.done()]
    pool.shutdown(wait=False, cancel_futures=True)
    return [f.result() if f in finished else None for f in futures]
