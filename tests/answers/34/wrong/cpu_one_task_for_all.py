# serial: run_cpu sends the whole list to one worker
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def _run_all(jobs):
    return [job() for job in jobs]


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        return executor.submit(_run_all, jobs).result()
