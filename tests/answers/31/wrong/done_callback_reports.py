# wrong-tool: on_done is called from add_done_callback, so on the worker's thread
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = []
        for index, job in enumerate(jobs):
            future = pool.submit(job)
            future.add_done_callback(
                lambda f, index=index: f.exception() is None and on_done(index, f.result()))
            futures.append(future)
    return [future.result() for future in futures]


def first(jobs, workers, n):
    results = []
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        if n:
            try:
                for future in as_completed(futures):
                    results.append(future.result())
                    if len(results) == n:
                        break
            finally:
                for future in futures:
                    future.cancel()
        else:
            pool.shutdown(cancel_futures=True)
    return results
