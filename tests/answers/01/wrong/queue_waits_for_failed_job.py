# deadlock: a job that raises never puts its result, so the caller waits for it in get() for ever
import queue
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
    done = queue.Queue()

    def reporting(i, job):
        def call():
            value = job()
            done.put((i, value))
            return value

        return call

    threads = [Job(reporting(i, job)) for i, job in enumerate(jobs)]
    for thread in threads:
        thread.start()
    results = [None] * len(jobs)
    for _ in threads:
        i, value = done.get()
        results[i] = value
    for thread in threads:
        thread.join()
        if thread.error is not None:
            raise thread.error
    return results
