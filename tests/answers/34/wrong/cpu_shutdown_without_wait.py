# leak: shutdown(wait=False): an error is raised while other jobs still run in their processes
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    executor = ProcessPoolExecutor(max_workers=workers)
    try:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
    finally:
        executor.shutdown(wait=False)
