# serial: join() stands in the start loop, so each thread ends before the next one starts
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
        thread.start()
        thread.join()
        threads.append(thread)
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
