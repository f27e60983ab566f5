# wrong-tool: sorts a list of what is on the LifoQueue, no PriorityQueue anywhere
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
            self.stack.put((priority, self.n, job))
            self.n += 1

    def undo(self):
        try:
            return self.stack.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        entries = []
        while not self.stack.empty():
            entries.append(self.stack.get())
        entries.sort(key=lambda e: (e[0], e[1]), reverse=True)
        results = []

        def worker():
            while True:
                with self.lock:
                    if not entries:
                        return
                    job = entries.pop()[2]
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
