# too-parallel: run_io makes an executor of its own for each job, all at once, so `workers` limits nothing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack


def run_io(jobs, workers):
    with ExitStack() as stack:
        futures = []
        for job in jobs:
            executor = stack.enter_context(ThreadPoolExecutor(max_workers=workers))
            futures.append(executor.submit(job))
        return [future.result() for future in futures]


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
