# serial: run_cpu makes a new executor for each job and closes it before the next
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    results = []
    for job in jobs:
        with ProcessPoolExecutor(max_workers=workers) as executor:
            results.append(executor.submit(job).result())
    return results
