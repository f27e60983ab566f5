# crash: run() raises the first job's exception instead of putting it in place of the result
from queue import Empty, LifoQueue, PriorityQueue
from threading import Lock, Thread


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.stack = LifoQueue()
        self.lock = Lock()
        self.serial = 0

    def submit(self, priority, job):
        with self.lock:
            self.serial += 1
            self.stack.put((priority, self.serial, job))

    def undo(self):
        try:
            return self.stack.get_nowait()[2]
        except Empty:
            return None

    def run(self):
        jobs = PriorityQueue()
        while not self.stack.empty():
            jobs.put(self.stack.get_nowait())
        results, errors = [], []

        def worker():
            while True:
                with self.lock:
                    if jobs.empty():
                        return
                    job = jobs.get_nowait()[2]
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as e:
                    errors.append(e)

        threads = [Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        if errors:
            raise errors[0]
        return results
