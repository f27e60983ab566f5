# wrong-result: the last error in job order is raised instead of the first
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


def run_all(jobs):
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    error = None
    for thread in threads:
        thread.join()
        if thread.error is not None:
            error = thread.error
    if error is not None:
        raise error
    return [thread.result for thread in threads]
