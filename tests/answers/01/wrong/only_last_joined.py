# leak: join() stands behind the loop, so only the last thread is waited for
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
    threads = []
    for job in jobs:
        thread = Job(job)
        threads.append(thread)
        thread.start()
    if threads:
        thread.join()
    for t in threads:
        if t.error is not None:
            raise t.error
    return [t.result for t in threads]
