# wrong-tool: a heapq list and a plain list in place of PriorityQueue and LifoQueue
import heapq
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.heap = []
        self.stack = []
        self.lock = threading.Lock()
        self.n = 0

    def submit(self, priority, job):
        with self.lock:
            entry = (priority, self.n, job)
            self.n += 1
            heapq.heappush(self.heap, entry)
            self.stack.append(entry)

    def undo(self):
        with self.lock:
            if not self.stack:
                return None
            entry = self.stack.pop()
            self.heap.remove(entry)
            heapq.heapify(self.heap)
            return entry[2]

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    if not self.heap:
                        return
                    entry = heapq.heappop(self.heap)
                    self.stack.remove(entry)
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = entry[2]()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
