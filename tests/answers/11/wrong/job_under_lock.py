# serial: the jobs run inside the lock that guards the taking, the workers never overlap
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.heap = queue.PriorityQueue()
        self.stack = queue.LifoQueue()
        self.lock = threading.Lock()
        self.seq = 0

    def submit(self, priority, job):
        with self.lock:
            self.stack.put((priority, self.seq, job))
            self.seq += 1

    def undo(self):
        with self.lock:
            return self.stack.get()[2] if self.stack.qsize() else None

    def run(self):
        with self.lock:
            while self.stack.qsize():
                self.heap.put(self.stack.get())
        results = []
        taking = threading.Lock()

        def worker():
            while True:
                with taking:
                    try:
                        _, _, job = self.heap.get_nowait()
                    except queue.Empty:
                        return
                    try:
                        results.append(job())
                    except Exception as e:
                        results.append(e)

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
