# race: the error that happened first in time is raised, not the first one in job order
import threading


class Job(threading.Thread):
    def __init__(self, func, errors=None):
        super().__init__()
        self.func = func
        self.errors = errors
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc
            if self.errors is not None:
                self.errors.append(exc)


def run_all(jobs):
    errors = []
    threads = [Job(job, errors) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [thread.result for thread in threads]
