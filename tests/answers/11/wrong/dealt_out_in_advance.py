# serial: the jobs are dealt out to the workers in advance, a free worker takes a later job before an earlier one
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
        ordered = queue.PriorityQueue()
        while not self.stack.empty():
            ordered.put(self.stack.get())
        plan = []
        while not ordered.empty():
            plan.append(ordered.get()[2])
        results = [None] * len(plan)

        def worker(first):
            for place in range(first, len(plan), self.workers):
                try:
                    results[place] = plan[place]()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker, args=(i,)) for i in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
