# right: a small class hierarchy that names the executor, results from a generator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


class Runner:
    executor_class = None

    def __init__(self, workers):
        self.workers = workers

    def run(self, jobs):
        with self.executor_class(max_workers=self.workers) as executor:
            return list(self._results(executor, jobs))

    def _results(self, executor, jobs):
        waiting = [executor.submit(job) for job in jobs]
        yield from (future.result() for future in waiting)


class WaitingRunner(Runner):
    """Jobs that wait (network, files): threads are cheap and waiting frees the GIL."""

    executor_class = ThreadPoolExecutor


class ComputingRunner(Runner):
    """Jobs that compute: only processes get past the GIL."""

    executor_class = ProcessPoolExecutor


def run_io(jobs, workers):
    return WaitingRunner(workers).run(jobs)


def run_cpu(jobs, workers):
    return ComputingRunner(workers).run(jobs)
