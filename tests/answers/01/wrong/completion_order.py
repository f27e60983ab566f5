# race: results are appended when a job ends, so they come in the order of completion
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
    lock = threading.Lock()
    results = []
    errors = {}

    def worker(i, job):
        try:
            value = job()
        except Exception as exc:
            errors[i] = exc
        else:
            with lock:
                results.append(value)

    threads = [
        threading.Thread(target=worker, args=(i, job)) for i, job in enumerate(jobs)
    ]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    if errors:
        raise errors[min(errors)]
    return results
