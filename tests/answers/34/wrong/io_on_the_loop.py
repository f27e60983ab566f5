# serial: run_io wraps the blocking jobs in coroutines, which run one after the other on the event loop
import asyncio
from concurrent.futures import ProcessPoolExecutor


def run_io(jobs, workers):
    async def one(job):
        return job()

    async def everything():
        return await asyncio.gather(*(one(job) for job in jobs))

    return asyncio.run(everything())


def run_cpu(jobs, workers):
    with ProcessPoolExecutor(max_workers=workers) as executor:
        futures = [executor.submit(job) for job in jobs]
        return [future.result() for future in futures]
