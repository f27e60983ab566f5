# wrong-result: undo() steps the counter back, the next job gets the undone number and is skipped
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.todo = queue.PriorityQueue()
        self.history = queue.LifoQueue()
        self.jobs = {}
        self.undone = set()
        self.next_number = 0
        self.lock = threading.Lock()

    def submit(self, priority, job):
        with self.lock:
            self.todo.put((priority, self.next_number))
            self.jobs[self.next_number] = job
            self.history.put(self.next_number)
            self.next_number += 1

    def undo(self):
        with self.lock:
            if self.history.empty():
                return None
            number = self.history.get()
            self.undone.add(number)
            self.next_number -= 1
            return self.jobs[number]

    def run(self):
        results = []

        def worker():
            while True:
                with self.lock:
                    if self.todo.empty():
                        return
                    _, number = self.todo.get()
                    if number in self.undone:
                        continue
                    job = self.jobs[number]
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
