# late: run() looks every half second whether the jobs are done
import queue
import threading
import time


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.lock = threading.Lock()
        self.n = 0

    def submit(self, priority, job):
        with self.lock:
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

        def worker():
            while True:
                with self.lock:
                    try:
                        _, _, job = jobs.get_nowait()
                    except queue.Empty:
                        return
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        while any(t.is_alive() for t in threads):
            time.sleep(0.5)
        for t in threads:
            t.join()
        return results
