# endless: loops until there are as many results as jobs, which never happens when a job raises
import threading
import time


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
    results = {}

    def keep(i, job):
        def call():
            results[i] = job()

        return call

    threads = [Job(keep(i, job)) for i, job in enumerate(jobs)]
    for thread in threads:
        thread.start()
    while len(results) < len(jobs):
        time.sleep(0.001)
    for thread in threads:
        thread.join()
        if thread.error is not None:
            raise thread.error
    return [results[i] for i in range(len(jobs))]
