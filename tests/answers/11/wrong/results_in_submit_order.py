# wrong-result: gives the results in the order of submitting instead of taking
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.lock = threading.Lock()
        self.number = 0

    def submit(self, priority, job):
        with self.lock:
            self.stack.put((priority, self.number, job))
            self.number += 1

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
                    _, number, job = jobs.get_nowait()
                except queue.Empty:
                    return
                try:
                    results[number] = job()
                except Exception as e:
                    results[number] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [results[number] for number in sorted(results)]
