# right: result(timeout) and, when a TimeoutError comes, done() says whose it is; as_completed(timeout) only collects
import concurrent.futures


def call(func, seconds, default):
    executor = concurrent.futures.ThreadPoolExecutor(max_workers=1)
    future = executor.submit(func)
    executor.shutdown(wait=False)           # nothing else will be submitted, the thread may go when it is done
    try:
        return future.result(timeout=seconds)
    except concurrent.futures.TimeoutError:
        if future.done():
            # it was func's own error, or it got ready at this very moment
            return future.result()
        future.cancel()
        return default


def run_until(jobs, workers, seconds):
    executor = concurrent.futures.ThreadPoolExecutor(max_workers=workers)
    futures = []
    for job in jobs:
        futures.append(executor.submit(job))

    in_time = set()
    try:
        for future in concurrent.futures.as_completed(futures, timeout=seconds):
            in_time.add(future)
    except concurrent.futures.TimeoutError:
        pass                                # result() is not called above, so this is the deadline
    finally:
        for future in futures:
            future.cancel()
        executor.shutdown(wait=False)

    results = []
    for future in futures:
        results.append(future.result() if future in in_time else None)
    return results
