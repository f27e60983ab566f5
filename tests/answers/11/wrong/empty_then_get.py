# deadlock: `while not empty()` and a blocking get() are two steps, another worker takes the last job between them
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.numbers = itertools.count()

    def submit(self, priority, job):
        self.stack.put((priority, next(self.numbers), job))

    def undo(self):
        try:
            return self.stack.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        jobs = queue.PriorityQueue()
        place = 0
        ordered = []
        while not self.stack.empty():
            ordered.append(self.stack.get())
        for place, (priority, number, job) in enumerate(sorted(ordered, key=lambda e: e[:2])):
            jobs.put((priority, number, place, job))
        results = [None] * len(ordered)

        def worker():
            while not jobs.empty():
                _, _, place, job = jobs.get()
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
