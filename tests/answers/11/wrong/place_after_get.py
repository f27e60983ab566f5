# race: the place is numbered in a step of its own after get(), two workers can swap their places
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = queue.LifoQueue()
        self.numbers = itertools.count()

    def submit(self, priority, job):
        self.stack.put((priority, next(self.numbers), job))

    def undo(self):
        try:
            return self.stack.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        jobs = queue.PriorityQueue()
        while not self.stack.empty():
            jobs.put(self.stack.get())
        results = {}
        places = itertools.count()
        lock = threading.Lock()

        def worker():
            while True:
                try:
                    _, _, job = jobs.get_nowait()
                except queue.Empty:
                    return
                with lock:
                    place = next(places)
                try:
                    value = job()
                except Exception as e:
                    value = e
                with lock:
                    results[place] = value

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [results[i] for i in range(len(results))]
