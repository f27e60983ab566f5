# deadlock: each worker starts with a blocking get(), so with fewer jobs than workers (or none) one waits for ever
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
        results = []

        def take():
            entry = jobs.get()
            place = len(results)
            results.append(None)
            return place, entry[2]

        def worker():
            with self.lock:
                place, job = take()
            while True:
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e
                with self.lock:
                    if jobs.empty():
                        return
                    place, job = take()

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
