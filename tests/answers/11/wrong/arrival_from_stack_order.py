# wrong-result: the tie breaker is given when the stack is emptied in run(), so equal ones run latest first
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()

    def submit(self, priority, job):
        self.stack.put((priority, job))

    def undo(self):
        if self.stack.empty():
            return None
        return self.stack.get()[1]

    def run(self):
        ready = queue.PriorityQueue()
        n = 0
        while not self.stack.empty():
            priority, job = self.stack.get()
            ready.put((priority, n, job))
            n += 1
        results = [None] * n
        order = iter(range(n))
        lock = threading.Lock()

        def worker():
            while True:
                with lock:
                    if ready.empty():
                        return
                    _, _, job = ready.get()
                    i = next(order)
                try:
                    results[i] = job()
                except Exception as error:
                    results[i] = error

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
