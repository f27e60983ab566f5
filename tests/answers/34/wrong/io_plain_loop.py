# serial: run_io calls one job after the other without an executor
from concurrent.futures import ProcessPoolExecutor


def run_io(jobs, workers):
    return [job() for job in jobs]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
