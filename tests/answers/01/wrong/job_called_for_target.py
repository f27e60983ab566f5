# wrong-tool: job() is called while the thread is built, so the work is done by the caller
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
    results = [None] * len(jobs)

    def keep(i, value):
        results[i] = value

    threads = []
    for i, job in enumerate(jobs):
        t = threading.Thread(target=keep, args=(i, job()))
        t.start()
        threads.append(t)
    for t in threads:
        t.join()
    return results
