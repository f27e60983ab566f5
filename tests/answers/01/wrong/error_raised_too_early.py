# leak: the error is raised inside the join loop, the threads behind it are still running
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
    results = []
    for thread in threads:
        thread.join()
        if thread.error is not None:
            raise thread.error
        results.append(thread.result)
    return results
