# wrong-tool: to save a thread the last job is run by the caller itself
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
    if not jobs:
        return []
    threads = [Job(job) for job in jobs]
    for thread in threads[:-1]:
        thread.start()
    threads[-1].run()  # we have to wait anyway
    for thread in threads[:-1]:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
