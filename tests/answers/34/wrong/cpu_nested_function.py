# crash: run_cpu submits a nested function, which can't be pickled
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        def call(job):
            return job()

        futures = [executor.submit(call, job) for job in jobs]
        return [future.result() for future in futures]
