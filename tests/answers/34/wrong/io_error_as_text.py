# crash: what a job raised comes out as RuntimeError
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        try:
            return [future.result() for future in futures]
        except Exception as error:
            raise RuntimeError(f"a job failed: {error}") from error


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
