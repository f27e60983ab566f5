# deadlock: the barrier counts the caller too, but the caller joins and never comes to the barrier
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
    together = threading.Barrier(len(jobs) + 1)

    def after_barrier(job):
        def call():
            together.wait()
            return job()

        return call

    threads = [Job(after_barrier(job)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
