# race: results are appended when a job ends, in the order of completion instead of taking
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.numbers = itertools.count()
        self.lock = threading.Lock()

    def submit(self, priority, job):
        with self.lock:
            box = [job]
            self.todo.put((priority, next(self.numbers), box))
            self.history.put(box)

    def undo(self):
        with self.lock:
            while not self.history.empty():
                box = self.history.get()
                if box:
                    return box.pop()
            return None

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    if self.todo.empty():
                        return
                    _, _, box = self.todo.get()
                    if not box:
                        continue
                    job = box.pop()
                try:
                    result = job()
                except Exception as e:
                    result = e
                with self.lock:
                    results.append(result)

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
