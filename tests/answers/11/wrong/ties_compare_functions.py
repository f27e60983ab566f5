# crash: (priority, job) tuples, equal priorities compare the functions (TypeError)
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.lock = threading.Lock()

    def submit(self, priority, job):
        entry = (priority, job)
        self.todo.put(entry)
        self.history.put(entry)

    def undo(self):
        with self.lock:
            if self.history.empty():
                return None
            victim = self.history.get()
            rest = []
            while not self.todo.empty():
                entry = self.todo.get()
                if entry is not victim:
                    rest.append(entry)
            for entry in rest:
                self.todo.put(entry)
            return victim[1]

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    try:
                        _, job = self.todo.get_nowait()
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
        for t in threads:
            t.join()
        self.history = queue.LifoQueue()
        return results
