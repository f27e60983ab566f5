# right: a ThreadPoolExecutor subclass whose with block does not wait for the slow ones
from concurrent.futures import ALL_COMPLETED, ThreadPoolExecutor, wait


class ImpatientExecutor(ThreadPoolExecutor):
    """Like its parent, but leaving the with block lets go of what still runs."""

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=False, cancel_futures=True)
        return False

    def submit_all(self, jobs):
        return [self.submit(job) for job in jobs]


def call(func, seconds, default):
    with ImpatientExecutor(max_workers=1) as executor:
        [future] = executor.submit_all([func])
        late = wait([future], timeout=seconds).not_done
    return default if late else future.result()


def run_until(jobs, workers, seconds):
    with ImpatientExecutor(max_workers=workers) as executor:
        futures = executor.submit_all(jobs)
        done = wait(futures, timeout=seconds, return_when=ALL_COMPLETED).done
    return [None if future not in done else future.result() for future in futures]
