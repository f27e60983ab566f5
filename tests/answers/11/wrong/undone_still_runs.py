# wrong-result: undo() takes the job off the LifoQueue only, the PriorityQueue still runs it
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers: int):
        self.workers = workers
        self._ids = itertools.count()
        self._jobs = queue.PriorityQueue()
        self._undo = queue.LifoQueue()
        self._lock = threading.Lock()

    def submit(self, priority: int, job):
        with self._lock:
            self._jobs.put((priority, next(self._ids), job))
            self._undo.put(job)

    def undo(self):
        try:
            return self._undo.get_nowait()
        except queue.Empty:
            return None

    def _worker(self, results):
        while True:
            with self._lock:
                try:
                    _, _, job = self._jobs.get_nowait()
                except queue.Empty:
                    return
                index = len(results)
                results.append(None)
            try:
                results[index] = job()
            except Exception as exc:
                results[index] = exc

    def run(self):
        results = []
        threads = [threading.Thread(target=self._worker, args=(results,)) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        self._undo = queue.LifoQueue()
        return results
