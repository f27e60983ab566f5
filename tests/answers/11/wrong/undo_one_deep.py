# wrong-result: only the very last submission is remembered, a second undo() in a row gives None
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.last = queue.LifoQueue(maxsize=1)
        self.lock = threading.Lock()
        self.n = 0

    def submit(self, priority, job):
        with self.lock:
            entry = [priority, self.n, job]
            self.n += 1
            self.todo.put(entry)
            if self.last.full():
                self.last.get()
            self.last.put(entry)

    def undo(self):
        with self.lock:
            if self.last.empty():
                return None
            entry = self.last.get()
            job, entry[2] = entry[2], None
            return job

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
