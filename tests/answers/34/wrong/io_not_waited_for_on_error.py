# leak: without `with`, an error is raised while other jobs still run
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    executor = ThreadPoolExecutor(max_workers=workers)
    futures = [executor.submit(job) for job in jobs]
    results = [future.result() for future in futures]
    executor.shutdown()
    return results


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
