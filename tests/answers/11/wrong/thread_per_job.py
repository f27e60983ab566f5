# too-parallel: starts a thread for each job instead of `workers` of them
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.number = 0

    def submit(self, priority, job):
        self.stack.put((priority, self.number, job))
        self.number += 1

    def undo(self):
        if self.stack.empty():
            return None
        return self.stack.get()[2]

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.stack.empty():
            jobs.put(self.stack.get())
        results = []
        threads = []

        def call(place, job):
            try:
                results[place] = job()
            except Exception as e:
                results[place] = e

        while not jobs.empty():
            _, _, job = jobs.get()
            results.append(None)
            t = threading.Thread(target=call, args=(len(results) - 1, job))
            threads.append(t)
            t.start()
        for t in threads:
            t.join()
        return results
