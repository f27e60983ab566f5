# crash: undo() with nothing left lets queue.Empty out instead of giving None
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.submitted = queue.LifoQueue()
        self.lock = threading.Lock()
        self.counter = 0

    def submit(self, priority, job):
        with self.lock:
            self.counter += 1
            self.submitted.put((priority, self.counter, job))

    def undo(self):
        _, _, job = self.submitted.get_nowait()
        return job

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.submitted.empty():
            jobs.put(self.submitted.get_nowait())
        results = []

        def worker():
            while True:
                with self.lock:
                    if jobs.empty():
                        return
                    _, _, job = jobs.get_nowait()
                    slot = {}
                    results.append(slot)
                try:
                    slot["value"] = job()
                except Exception as e:
                    slot["value"] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [slot["value"] for slot in results]
