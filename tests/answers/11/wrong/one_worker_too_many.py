# too-parallel: range(workers + 1) starts one worker more than asked for
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.heap = queue.PriorityQueue()
        self.lock = threading.Lock()
        self.seq = 0

    def submit(self, priority, job):
        with self.lock:
            self.seq += 1
            self.stack.put((priority, self.seq, job))

    def undo(self):
        with self.lock:
            if self.stack.empty():
                return None
            return self.stack.get()[2]

    def _worker(self, results):
        while True:
            with self.lock:
                if self.heap.empty():
                    return
                job = self.heap.get()[2]
                results.append(None)
                place = len(results) - 1
            try:
                results[place] = job()
            except Exception as exc:
                results[place] = exc

    def run(self):
        with self.lock:
            while not self.stack.empty():
                self.heap.put(self.stack.get())
        results = []
        threads = [threading.Thread(target=self._worker, args=(results,))
                   for _ in range(0, self.workers + 1)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
