# serial: there are no workers at all, run() calls every job itself
import queue


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.jobs = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.number = 0
        self.undone = set()

    def submit(self, priority, job):
        self.jobs.put((priority, self.number, job))
        self.history.put((self.number, job))
        self.number += 1

    def undo(self):
        try:
            number, job = self.history.get_nowait()
        except queue.Empty:
            return None
        self.undone.add(number)
        return job

    def run(self):
        results = []
        while not self.jobs.empty():
            _, number, job = self.jobs.get()
            if number in self.undone:
                continue
            try:
                results.append(job())
            except Exception as error:
                results.append(error)
        self.history = queue.LifoQueue()
        return results
