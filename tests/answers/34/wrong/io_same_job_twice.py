# wrong-result: a dict by job gives a job that is there twice only one place
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = {job: executor.submit(job) for job in jobs}
        return [future.result() for future in futures.values()]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
