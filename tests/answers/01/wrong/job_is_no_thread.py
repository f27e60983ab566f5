# wrong-tool: Job is not a subclass of Thread, it only holds one
import threading


class Job:
    def __init__(self, func):
        self.func = func
        self.result = None
        self.error = None
        self.thread = threading.Thread(target=self.run)

    def run(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc

    def start(self):
        self.thread.start()

    def join(self, timeout=None):
        self.thread.join(timeout)

    def is_alive(self):
        return self.thread.is_alive()


def run_all(jobs):
    all_jobs = [Job(func) for func in jobs]
    for job in all_jobs:
        job.start()
    for job in all_jobs:
        job.join()
    for job in all_jobs:
        if job.error is not None:
            raise job.error
    return [job.result for job in all_jobs]
