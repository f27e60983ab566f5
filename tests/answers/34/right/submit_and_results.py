# right: submit all, result() in job order, in two plain functions
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
