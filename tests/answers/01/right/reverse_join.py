# right: joins from the last thread to the first and keeps the results in a list with fixed places
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super(Job, self).__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc


def run_all(jobs):
    threads = list(map(Job, jobs))
    for thread in threads:
        thread.start()

    results = [None] * len(threads)
    first_error = None
    for i in reversed(range(len(threads))):
        threads[i].join()
        results[i] = threads[i].result
        if threads[i].error is not None:
            first_error = threads[i].error
    if first_error is not None:
        raise first_error
    return results
