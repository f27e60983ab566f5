# serial: chunksize=len(jobs) gives all CPU jobs to one worker
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def _call(job):
    return job()


def _run(executor, jobs):
    with executor:
        return list(executor.map(_call, jobs, chunksize=max(1, len(jobs))))


def run_io(jobs, workers):
    return _run(ThreadPoolExecutor(max_workers=workers), jobs)


def run_cpu(jobs, workers):
    return _run(ProcessPoolExecutor(max_workers=workers), jobs)
