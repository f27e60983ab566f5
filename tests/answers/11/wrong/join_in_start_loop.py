# serial: each worker is joined in the loop that starts them, the first one does everything alone
from itertools import count
from queue import Empty, LifoQueue, PriorityQueue
from threading import Lock, Thread


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.submitted = LifoQueue()
        self.count = count()

    def submit(self, priority, job):
        self.submitted.put((priority, next(self.count), job))

    def undo(self):
        try:
            return self.submitted.get_nowait()[2]
        except Empty:
            return None

    def run(self):
        jobs = PriorityQueue()
        while not self.submitted.empty():
            jobs.put(self.submitted.get())
        results = []
        lock = Lock()

        def worker():
            while True:
                with lock:
                    if jobs.empty():
                        return
                    job = jobs.get()[2]
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e

        for i in range(self.workers):
            t = Thread(target=worker)
            t.start()
            t.join()
        return results
