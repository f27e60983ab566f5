# wrong-result: the results list is a mutable default, a second call still holds the first call's results
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


def run_all(jobs, results=[]):
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    for thread in threads:
        results.append(thread.result)
    return results
