# serial: the lock meant for the results is held while the job runs, so only one job runs at a time
import threading


class Job(threading.Thread):
    lock = threading.Lock()

    def __init__(self, func):
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self):
        with Job.lock:
            try:
                self.result = self.func()
            except Exception as exc:
                self.error = exc


def run_all(jobs):
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
