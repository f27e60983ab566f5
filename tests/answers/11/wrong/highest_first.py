# wrong-result: the priority is negated, so the highest number comes first
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.lock = threading.Lock()
        self.numbers = itertools.count()

    def submit(self, priority, job):
        with self.lock:
            entry = [-priority, next(self.numbers), job]
            self.todo.put(entry)
            self.history.put(entry)

    def undo(self):
        with self.lock:
            while not self.history.empty():
                entry = self.history.get()
                if entry[2] is not None:
                    job, entry[2] = entry[2], None
                    return job
            return None

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    if self.todo.empty():
                        return
                    entry = self.todo.get()
                    job, entry[2] = entry[2], None
                    if job is None:
                        continue
                    place = len(results)
                    results.append(None)
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
