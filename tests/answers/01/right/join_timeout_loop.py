# right: joins with a short time-out in a loop that asks is_alive() again until the thread has ended
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


def wait_for(thread):
    while thread.is_alive():
        thread.join(timeout=0.05)


def run_all(jobs):
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        wait_for(thread)
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
