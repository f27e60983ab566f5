# late: a worker knows that it is done only after get(timeout=1) has waited for a second
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.submitted = queue.LifoQueue()
        self.numbers = itertools.count()

    def submit(self, priority, job):
        self.submitted.put((priority, next(self.numbers), job))

    def undo(self):
        try:
            return self.submitted.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        ready = []
        while not self.submitted.empty():
            ready.append(self.submitted.get())
        ready.sort(key=lambda entry: entry[:2])
        jobs = queue.PriorityQueue()
        for place, (_, _, job) in enumerate(ready):
            jobs.put((place, job))
        results = [None] * len(ready)

        def worker():
            while True:
                try:
                    place, job = jobs.get(timeout=1)
                except queue.Empty:
                    return
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
