# right: all threads wait at an Event until the last one is started, then all jobs go at once
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
    gate = threading.Event()

    def behind_gate(job):
        def call():
            gate.wait()
            return job()

        return call

    threads = [Job(behind_gate(job)) for job in jobs]
    for t in threads:
        t.start()
    gate.set()
    for t in threads:
        t.join()
    for t in threads:
        if t.error:
            raise t.error
    return [t.result for t in threads]
