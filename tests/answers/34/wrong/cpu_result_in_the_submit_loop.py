# serial: run_cpu asks for the result right after each submit
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        results = []
        for job in jobs:
            future = executor.submit(job)
            results.append(future.result())
        return results
