# wrong-result: an undone job does not run but leaves a None among the results
import queue
import threading
from itertools import count


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.jobs = queue.PriorityQueue()
        self.undo_stack = queue.LifoQueue()
        self.ids = count()
        self.lock = threading.Lock()
        self.cancelled = set()

    def submit(self, priority, job):
        with self.lock:
            n = next(self.ids)
            self.jobs.put((priority, n, job))
            self.undo_stack.put((n, job))

    def undo(self):
        with self.lock:
            try:
                n, job = self.undo_stack.get_nowait()
            except queue.Empty:
                return None
            self.cancelled.add(n)
            return job

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    try:
                        _, n, job = self.jobs.get_nowait()
                    except queue.Empty:
                        return
                    place = len(results)
                    results.append(None)
                    cancelled = n in self.cancelled
                if cancelled:
                    continue
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self.undo_stack = queue.LifoQueue()
        return results
