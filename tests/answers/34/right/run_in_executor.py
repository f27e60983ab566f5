# right: asyncio's run_in_executor on the chosen executor, gather keeps the order
import asyncio
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def _gather(executor, jobs):
    loop = asyncio.get_running_loop()
    futures = [loop.run_in_executor(executor, job) for job in jobs]
    return await asyncio.gather(*futures, return_exceptions=True)


def _run(executor, jobs):
    jobs = list(jobs)
    with executor:
        outcomes = asyncio.run(_gather(executor, [_Caught(job) for job in jobs]))
    values = []
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome
        ok, value = outcome
        if not ok:
            raise value
        values.append(value)
    return values


class _Caught:
    def __init__(self, job):
        self.job = job

    def __call__(self):
        try:
            return True, self.job()
        except Exception as error:
            return False, error


def run_io(jobs, workers):
    return _run(ThreadPoolExecutor(workers), jobs)


def run_cpu(jobs, workers):
    return _run(ProcessPoolExecutor(workers), jobs)
