# wrong-result: a job that returns (not raises) an exception object is reported as failed
from concurrent.futures import ThreadPoolExecutor


class Outcome:
    def __init__(self, ok, value=None, error=None):
        self.ok = ok
        self.value = value
        self.error = error


def _settle(future):
    try:
        return future.result()
    except Exception as error:
        return error


def run(jobs, workers):
    with ThreadPoolExecutor(max_workers=workers) as pool:
        futures = [pool.submit(job) for job in jobs]
        settled = [_settle(future) for future in futures]
    return [Outcome(False, error=s) if isinstance(s, Exception) else Outcome(True, value=s)
            for s in settled]
