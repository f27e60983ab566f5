# race: the closure reads the loop variable i when the thread runs, which may be one loop later
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
    errors = [None] * len(jobs)
    threads = []
    for i in range(len(jobs)):

        def worker():
            try:
                results[i] = jobs[i]()
            except Exception as exc:
                errors[i] = exc

        t = threading.Thread(target=worker)
        t.start()
        threads.append(t)
    for t in threads:
        t.join()
    for error in errors:
        if error is not None:
            raise error
    return results
