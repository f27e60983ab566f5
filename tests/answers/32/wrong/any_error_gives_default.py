# wrong-result: except Exception, whatever func raises is lost and call() gives default
from concurrent.futures import ThreadPoolExecutor, wait


def call(func, seconds, default):
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        return pool.submit(func).result(timeout=seconds)
    except Exception:
        return default
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def run_until(jobs, workers, seconds):
    pool = ThreadPoolExecutor(max_workers=workers)
    try:
        futures = [pool.submit(job) for job in jobs]
        done, _ = wait(futures, timeout=seconds)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return [future.result() if future in done else None for future in futures]
