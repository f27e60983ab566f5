# deadlock: one stop mark for all the workers, the second worker waits in get() for ever
import math
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.pq = queue.PriorityQueue()
        self.lifo = queue.LifoQueue()
        self.lock = threading.Lock()
        self.n = 0

    def submit(self, priority, job):
        with self.lock:
            self.n += 1
            self.lifo.put((priority, self.n, job))

    def undo(self):
        with self.lock:
            return None if self.lifo.empty() else self.lifo.get()[2]

    def run(self):
        while not self.lifo.empty():
            self.pq.put(self.lifo.get())
        self.pq.put((math.inf, 0, None))
        results = []
        taking = threading.Lock()

        def worker():
            while True:
                with taking:
                    _, _, job = self.pq.get()
                    if job is None:
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
        for t in threads:
            t.join()
        return results
