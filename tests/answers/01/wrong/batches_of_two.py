# serial: the jobs go in batches of two, the third starts only after the first two were joined
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
    for i in range(0, len(threads), 2):
        batch = threads[i : i + 2]
        for thread in batch:
            thread.start()
        for thread in batch:
            thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
