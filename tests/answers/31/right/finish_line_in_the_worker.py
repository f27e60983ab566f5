# right: first() with a lock-protected finish line that also keeps late jobs from beginning; it does not wait for the runners
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed


def run(jobs, workers, on_done):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        index_of = dict(zip(futures, range(len(futures))))
        for future in as_completed(futures):
            on_done(index_of[future], future.result())
    return [future.result() for future in futures]


class FinishLine:
    def __init__(self, wanted):
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._wanted = wanted
        self.results = []
        self.error = None
        if wanted == 0:
            self._over.set()

    def start(self, job):
        with self._lock:
            if self._over.is_set():
                return              # too late to begin
        try:
            result = job()
        except Exception as error:
            with self._lock:
                if not self._over.is_set():
                    self.error = error
                    self._over.set()
            return
        with self._lock:
            if not self._over.is_set():
                self.results.append(result)
                if len(self.results) == self._wanted:
                    self._over.set()

    def wait(self):
        self._over.wait()


def first(jobs, workers, n):
    jobs = list(jobs)
    line = FinishLine(min(n, len(jobs)))
    pool = ThreadPoolExecutor(max_workers=workers)
    for job in jobs:
        pool.submit(line.start, job)
    line.wait()
    pool.shutdown(wait=line.error is not None, cancel_futures=True)
    if line.error is not None:
        raise line.error
    return line.results
