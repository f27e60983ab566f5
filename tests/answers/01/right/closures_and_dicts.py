# right: run_all uses closures over two dicts keyed by position and does not need Job at all
from threading import Thread


class Job(Thread):
    def __init__(self, func):
        Thread.__init__(self)
        self._job = func
        self.result = None
        self.error = None

    def run(self):
        try:
            self.result = self._job()
        except BaseException as e:
            self.error = e


def run_all(jobs):
    results = {}
    errors = {}

    def make_worker(position, job):
        def worker():
            try:
                results[position] = job()
            except Exception as e:
                errors[position] = e

        return worker

    threads = []
    for position, job in enumerate(jobs):
        t = Thread(target=make_worker(position, job))
        threads.append(t)
        t.start()
    for t in threads:
        t.join()
    if errors:
        raise errors[min(errors)]
    return [results[position] for position in range(len(jobs))]
