# right: Outcome is a thin view on the future itself, ok/value/error are properties
from concurrent.futures import Future, ThreadPoolExecutor


class Outcome:
    """What became of one job.  The future does all the remembering."""

    def __init__(self, future: Future) -> None:
        self._future = future

    @property
    def ok(self):
        return self._future.exception() is None

    @property
    def error(self):
        return self._future.exception()

    @property
    def value(self):
        return self._future.result() if self.ok else None

    def __repr__(self):
        return f"<Outcome ok={self.ok} value={self.value!r} error={self.error!r}>"


def run(jobs, workers):
    with ThreadPoolExecutor(workers) as pool:
        outcomes = [Outcome(pool.submit(job)) for job in jobs]
    return outcomes         # the with block has waited for all of them
