# right: done callbacks count a latch down (Lock + Event), the caller waits for the latch with a time-out and takes a snapshot
import threading
from concurrent.futures import ThreadPoolExecutor


class Latch:
    def __init__(self, count):
        self._lock = threading.Lock()
        self._open = threading.Event()
        self._count = count
        self._finished = {}
        if count == 0:
            self._open.set()

    def arrived(self, index, future):
        with self._lock:
            self._finished[index] = future
            if len(self._finished) == self._count:
                self._open.set()

    def finished_within(self, seconds):
        self._open.wait(seconds)
        with self._lock:
            return dict(self._finished)


def _collect(jobs, workers, seconds):
    jobs = list(jobs)
    latch = Latch(len(jobs))
    pool = ThreadPoolExecutor(max_workers=workers)
    for index, job in enumerate(jobs):
        future = pool.submit(job)
        future.add_done_callback(lambda f, index=index: latch.arrived(index, f))
    finished = latch.finished_within(seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    return jobs, finished


def call(func, seconds, default):
    _, finished = _collect([func], 1, seconds)
    return finished[0].result() if 0 in finished else default


def run_until(jobs, workers, seconds):
    jobs, finished = _collect(jobs, workers, seconds)
    return [finished[i].result() if i in finished else None for i in range(len(jobs))]
