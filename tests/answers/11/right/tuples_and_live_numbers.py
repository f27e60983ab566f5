# right: (priority, number, job) tuples, a set of the numbers still waiting, one lock around take and undo
import itertools
import queue
import threading


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._todo = queue.PriorityQueue()
        self._history = queue.LifoQueue()
        self._waiting = set()

    def submit(self, priority, job):
        with self._lock:
            number = next(self._numbers)
            self._waiting.add(number)
            self._todo.put((priority, number, job))
            self._history.put((number, job))

    def undo(self):
        with self._lock:
            while not self._history.empty():
                number, job = self._history.get()
                if number in self._waiting:
                    self._waiting.remove(number)
                    return job
            return None

    def _take(self, results):
        """The next job and the place of its result, or None."""
        with self._lock:
            while not self._todo.empty():
                _, number, job = self._todo.get()
                if number in self._waiting:
                    self._waiting.remove(number)
                    results.append(None)
                    return len(results) - 1, job
            return None

    def _work(self, results):
        while True:
            taken = self._take(results)
            if taken is None:
                return
            place, job = taken
            try:
                results[place] = job()
            except Exception as error:
                results[place] = error

    def run(self):
        results = []
        threads = [threading.Thread(target=self._work, args=(results,))
                   for _ in range(self.workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results
