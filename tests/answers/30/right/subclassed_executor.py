# right: a ThreadPoolExecutor subclass that remembers what it was given; only as many threads as jobs
import concurrent.futures as cf


class Outcome:
    def __init__(self, future):
        assert future.done()
        self.error = future.exception()
        self.ok = self.error is None
        self.value = future.result() if self.ok else None

    def __eq__(self, other):
        if not isinstance(other, Outcome):
            return NotImplemented
        return (self.ok, self.value, self.error) == (other.ok, other.value, other.error)


class RememberingPool(cf.ThreadPoolExecutor):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.submitted = []

    def submit(self, fn, /, *args, **kwargs):
        future = super().submit(fn, *args, **kwargs)
        self.submitted.append(future)
        return future

    def outcomes(self):
        cf.wait(self.submitted)
        return [Outcome(f) for f in self.submitted]


def run(jobs, workers):
    jobs = tuple(jobs)
    if not jobs:
        return []
    with RememberingPool(max_workers=min(workers, len(jobs))) as pool:
        for job in jobs:
            pool.submit(job)
        return pool.outcomes()
