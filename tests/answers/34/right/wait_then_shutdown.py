# right: try/finally with shutdown(wait=True), wait() for all before any result is asked for
from concurrent import futures


def _all_results(executor, jobs):
    try:
        submitted = list(map(executor.submit, jobs))
        futures.wait(submitted, return_when=futures.ALL_COMPLETED)
    finally:
        executor.shutdown(wait=True)
    return [f.result() for f in submitted]


def run_io(jobs, workers):
    return _all_results(futures.ThreadPoolExecutor(workers), jobs)


def run_cpu(jobs, workers):
    return _all_results(futures.ProcessPoolExecutor(workers), jobs)
