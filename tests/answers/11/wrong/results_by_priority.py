# wrong-result: the results are keyed by priority, equal priorities overwrite each other
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.lock = threading.Lock()
        self.n = 0

    def submit(self, priority, job):
        with self.lock:
            self.stack.put((priority, self.n, job))
            self.n += 1

    def undo(self):
        try:
            return self.stack.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.stack.empty():
            jobs.put(self.stack.get())
        results = {}

        def worker():
            while True:
                try:
                    priority, _, job = jobs.get_nowait()
                except queue.Empty:
                    return
                try:
                    result = job()
                except Exception as e:
                    result = e
                with self.lock:
                    results[priority] = result

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [results[p] for p in sorted(results)]
