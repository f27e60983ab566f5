# right: Future.cancel() is False for what runs or is done, done() then tells the two apart; call() is run through the same helper
import concurrent.futures as cf


def _after(jobs, workers, seconds):
    """Futures of the jobs, and the set of those that were done after so many seconds at the latest."""
    pool = cf.ThreadPoolExecutor(workers)
    futures = [pool.submit(job) for job in jobs]
    pool.shutdown(wait=False)
    cf.wait(futures, timeout=seconds)
    finished = set()
    for future in futures:
        if not future.cancel() and future.done():
            finished.add(future)
    return futures, finished


def call(func, seconds, default):
    (future,), finished = _after((func,), 1, seconds)
    if finished:
        return future.result()
    return default


def run_until(jobs, workers, seconds):
    futures, finished = _after(jobs, workers, seconds)
    results = []
    for future in futures:
        if future in finished:
            results.append(future.result())
        else:
            results.append(None)
    return results
