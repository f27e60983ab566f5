# right: Job hands func to Thread as target and overrides run() to keep what the target returns
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super().__init__(target=func)
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self._target()
        except Exception as e:
            self.error = e


def run_all(jobs):
    threads = []
    for job in jobs:
        threads.append(Job(job))
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    results = []
    for t in threads:
        if t.error is not None:
            raise t.error
        results.append(t.result)
    return results
