# wrong-tool: Job overrides start() instead of run(), so no new thread ever begins
import threading


class Job(threading.Thread):
    def __init__(self, func):
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def start(self):
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc

    def join(self, timeout=None):
        pass


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
