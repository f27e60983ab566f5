# serial: start() hides in a generator that the join loop pulls, so the next start waits for a join
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc


def started(jobs):
    for func in jobs:
        thread = Job(func)
        thread.start()
        yield thread


def run_all(jobs):
    results = []
    first_error = None
    for thread in started(jobs):
        thread.join()
        results.append(thread.result)
        if first_error is None:
            first_error = thread.error
    if first_error is not None:
        raise first_error
    return results
