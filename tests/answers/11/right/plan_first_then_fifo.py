# right: run() empties the PriorityQueue by itself into a numbered FIFO with one stop mark for each worker; workers just follow it
import queue
import threading
from dataclasses import dataclass, field


@dataclass(order=True)
class Order:
    priority: int
    number: int
    job: object = field(compare=False)
    undone: bool = field(default=False, compare=False)


class Worker(threading.Thread):
    def __init__(self, inbox, outbox):
        super().__init__()
        self.inbox = inbox
        self.outbox = outbox

    def run(self):
        for place, job in iter(self.inbox.get, None):
            try:
                answer = job()
            except Exception as problem:
                answer = problem
            self.outbox.put((place, answer))


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.lock = threading.RLock()
        self.number = 0
        self.waiting = queue.PriorityQueue()
        self.history = queue.LifoQueue()

    def submit(self, priority, job):
        with self.lock:
            order = Order(priority, self.number, job)
            self.number += 1
            self.waiting.put(order)
            self.history.put(order)

    def undo(self):
        with self.lock:
            if self.history.empty():
                return None
            order = self.history.get()
            order.undone = True
            return order.job

    def _take_all(self):
        jobs = []
        with self.lock:
            while not self.history.empty():
                self.history.get()
            while not self.waiting.empty():
                order = self.waiting.get()
                if not order.undone:
                    jobs.append(order.job)
        return jobs

    def run(self):
        jobs = self._take_all()
        inbox = queue.Queue()
        outbox = queue.Queue()
        for pair in enumerate(jobs):
            inbox.put(pair)
        for _ in range(self.workers):
            inbox.put(None)
        team = [Worker(inbox, outbox) for _ in range(self.workers)]
        for worker in team:
            worker.start()
        for worker in team:
            worker.join()
        results = [None] * len(jobs)
        while not outbox.empty():
            place, answer = outbox.get()
            results[place] = answer
        return results
