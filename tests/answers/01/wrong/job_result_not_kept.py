# wrong-result: Job.run() returns the value instead of keeping it, so .result of a Job stays None
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self):
        try:
            return self.func()
        except Exception as exc:
            self.error = exc


def run_all(jobs):
    outcomes = [None] * len(jobs)

    def wrap(i, job):
        def call():
            outcomes[i] = job()

        return call

    threads = [Job(wrap(i, job)) for i, job in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return outcomes
