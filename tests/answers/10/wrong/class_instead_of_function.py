# crash: there is a class WorkerQueue but no public function process_all
import queue
import threading


class WorkerQueue:
    def __init__(self, work, workers):
        self.work = work
        self.workers = workers
        self.tasks = queue.Queue()
        self.results = {}

    def worker(self):
        while True:
            task = self.tasks.get()
            if task is None:
                break
            index, item = task
            try:
                self.results[index] = self.work(item)
            except Exception as error:
                self.results[index] = error

    def process(self, items):
        threads = [threading.Thread(target=self.worker) for _ in range(self.workers)]
        for thread in threads:
            thread.start()
        for task in enumerate(items):
            self.tasks.put(task)
        for _ in threads:
            self.tasks.put(None)
        for thread in threads:
            thread.join()
        return [self.results[index] for index in sorted(self.results)]
