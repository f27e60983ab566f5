# leak: waits with PriorityQueue.join() only, the daemon workers stay behind in get()
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
        taking = threading.Lock()

        def worker():
            while True:
                with taking:
                    _, _, job = jobs.get()
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e
                finally:
                    jobs.task_done()

        for _ in range(self.workers):
            threading.Thread(target=worker, daemon=True).start()
        jobs.join()
        return results
