# wrong-tool: run_cpu computes in the parent, because 'threads do not help anyway'
from concurrent.futures import ThreadPoolExecutor


def run_io(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    return [job() for job in jobs]
