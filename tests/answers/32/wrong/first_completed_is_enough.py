# wrong-result: wait(return_when=FIRST_COMPLETED), run_until() gives up when the first job is done
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    future = pool.submit(func)
    pool.shutdown(wait=False)
    done, _ = wait([future], timeout=seconds)
    return future.result() if done else default


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    futures = [pool.submit(job) for job in jobs]
    done, _ = wait(futures, timeout=seconds, return_when=FIRST_COMPLETED)
    pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
