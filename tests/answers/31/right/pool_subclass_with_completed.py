# right: a ThreadPoolExecutor subclass whose submit() numbers the futures and whose completed() iterates over them
import queue
from concurrent.futures import ThreadPoolExecutor


class NumberingPool(ThreadPoolExecutor):
    def __init__(self, workers):
        super().__init__(max_workers=workers, thread_name_prefix="progress")
        self._finished = queue.Queue()
        self._given = 0

    def submit(self, fn, /, *args, **kwargs):
        future = super().submit(fn, *args, **kwargs)
        future.number = self._given
        self._given += 1
        future.add_done_callback(self._finished.put)
        return future

    def completed(self):
        for _ in range(self._given):
            yield self._finished.get()

    def abandon(self, wait):
        self.shutdown(wait=wait, cancel_futures=True)


def run(jobs, workers, on_done):
    pool = NumberingPool(workers)
    try:
        results = [pool.submit(job) for job in jobs]
        for future in pool.completed():
            value = future.result()
            results[future.number] = value
            on_done(future.number, value)
        return results
    finally:
        pool.abandon(wait=True)


def first(jobs, workers, n):
    pool = NumberingPool(workers)
    for job in jobs:
        pool.submit(job)
    results = []
    try:
        if n > 0:
            for future in pool.completed():
                results.append(future.result())
                if len(results) >= n:
                    break
    except Exception:
        pool.abandon(wait=True)
        raise
    pool.abandon(wait=False)
    return results
