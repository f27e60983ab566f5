# deadlock: task_done() is skipped when a job raises, so PriorityQueue.join() never returns
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.history = queue.LifoQueue()
        self.counter = 0
        self.lock = threading.Lock()

    def submit(self, priority, job):
        with self.lock:
            self.counter += 1
            self.history.put((priority, self.counter, job))

    def undo(self):
        try:
            return self.history.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        todo = queue.PriorityQueue()
        while not self.history.empty():
            todo.put(self.history.get())
        results = []

        def worker():
            while True:
                with self.lock:
                    try:
                        _, _, job = todo.get_nowait()
                    except queue.Empty:
                        return
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                    todo.task_done()
                except Exception as e:
                    results[place] = e

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        todo.join()
        for t in threads:
            t.join()
        return results
