# wrong-result: jobs.index(job) - the second of two equal callables is reported under the index of the first
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        job_of = {pool.submit(job): job for job in jobs}
        for future in as_completed(job_of):
            on_done(jobs.index(job_of[future]), future.result())
    return [future.result() for future in job_of]


def first(jobs, workers, n):
    results = []
    if n == 0:
        return results
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        try:
            for future in as_completed(futures):
                results.append(future.result())
                if len(results) == n:
                    break
        finally:
            for future in futures:
                future.cancel()
    return results
