# right: never more workers than jobs, empty lists answered at once, spawn context for the processes
import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack


def _start(stack, executor, jobs):
    stack.enter_context(executor)
    return [executor.submit(job) for job in jobs]


def run_io(jobs, workers):
    if not jobs:
        return []
    with ExitStack() as stack:
        started = _start(stack, ThreadPoolExecutor(min(workers, len(jobs))), jobs)
    return [future.result() for future in started]


def run_cpu(jobs, workers):
    if not jobs:
        return []
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(min(workers, len(jobs)), mp_context=context)
    with ExitStack() as stack:
        started = _start(stack, executor, jobs)
    return [future.result() for future in started]
