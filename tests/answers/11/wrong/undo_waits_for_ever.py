# deadlock: undo() with nothing submitted blocks in LifoQueue.get() instead of giving None
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.submitted = queue.LifoQueue()
        self.counter = 0

    def submit(self, priority, job):
        self.counter += 1
        self.submitted.put((priority, self.counter, job))

    def undo(self):
        entry = self.submitted.get()
        if entry is None:
            return None
        return entry[2]

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.submitted.empty():
            jobs.put(self.submitted.get())
        results = [None] * jobs.qsize()
        lock = threading.Lock()
        taken = 0

        def worker():
            nonlocal taken
            while True:
                with lock:
                    if jobs.empty():
                        return
                    job = jobs.get()[2]
                    place = taken
                    taken += 1
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
