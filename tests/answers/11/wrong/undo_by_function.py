# wrong-result: undo() remembers the function, so the same job submitted before (or again) does not run either
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.undone = set()
        self.numbers = itertools.count()
        self.lock = threading.Lock()

    def submit(self, priority, job):
        with self.lock:
            self.todo.put((priority, next(self.numbers), job))
            self.history.put(job)

    def undo(self):
        with self.lock:
            try:
                job = self.history.get_nowait()
            except queue.Empty:
                return None
            self.undone.add(job)
            return job

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    try:
                        _, _, job = self.todo.get_nowait()
                    except queue.Empty:
                        return
                    if job in self.undone:
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
        self.history = queue.LifoQueue()
        return results
