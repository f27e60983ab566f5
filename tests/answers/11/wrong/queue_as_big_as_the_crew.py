# deadlock: the queues hold `workers` entries at most, submit() blocks before run() is ever called
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue(maxsize=workers)
        self.n = 0

    def submit(self, priority, job):
        self.n += 1
        self.stack.put((priority, self.n, job))

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
        lock = threading.Lock()

        def worker():
            while True:
                with lock:
                    if jobs.empty():
                        return
                    _, _, job = jobs.get()
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
