# right: a PriorityQueue subclass numbers what comes and what goes inside the queue's own mutex
import heapq
import queue
import threading


class NumberedQueue(queue.PriorityQueue):
    """put((priority, job)), get() -> (number of this get, job); remove(arrival) takes one out."""

    def _init(self, maxsize):
        super()._init(maxsize)
        self.arrived = 0
        self.taken = 0

    def _put(self, item):
        priority, job, receipt = item
        receipt.append(self.arrived)
        super()._put((priority, self.arrived, job))
        self.arrived += 1

    def _get(self):
        _, _, job = super()._get()
        number = self.taken
        self.taken += 1
        return number, job

    def remove(self, arrival):
        with self.mutex:
            for i, entry in enumerate(self.queue):
                if entry[1] == arrival:
                    del self.queue[i]
                    heapq.heapify(self.queue)
                    return entry[2]
        return None


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.jobs = NumberedQueue()
        self.receipts = queue.LifoQueue()
        self.submitting = threading.Lock()

    def submit(self, priority, job):
        receipt = []
        with self.submitting:
            self.jobs.put((priority, job, receipt))
            self.receipts.put(receipt[0])

    def undo(self):
        while True:
            try:
                arrival = self.receipts.get(block=False)
            except queue.Empty:
                return None
            job = self.jobs.remove(arrival)
            if job is not None:
                return job

    def run(self):
        results = {}

        def worker():
            while True:
                try:
                    number, job = self.jobs.get(block=False)
                except queue.Empty:
                    return
                try:
                    results[number] = job()
                except Exception as error:
                    results[number] = error

        threads = [threading.Thread(target=worker) for _ in range(self.workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [results[number] for number in sorted(results)]
