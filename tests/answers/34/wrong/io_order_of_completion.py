# wrong-result: run_io gives the results in the order of completion
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in as_completed(futures)]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
