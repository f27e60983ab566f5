# wrong-tool: the two executors are swapped
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
