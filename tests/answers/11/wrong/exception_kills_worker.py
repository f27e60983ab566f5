# wrong-result: a job's exception ends its worker and leaves None in its place
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
            return self.submitted.get(block=False)[-1]
        except queue.Empty:
            return None

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.submitted.empty():
            jobs.put(self.submitted.get())
        results = []
        lock = threading.Lock()

        def worker():
            while True:
                with lock:
                    if jobs.empty():
                        return
                    job = jobs.get()[-1]
                    place = len(results)
                    results.append(None)
                results[place] = job()

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
