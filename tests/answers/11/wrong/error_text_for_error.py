# wrong-result: puts str(exception) in the place of the result instead of the exception
from itertools import count
from queue import Empty, LifoQueue, PriorityQueue
from threading import Lock, Thread


class Dispatcher:
    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._stack: LifoQueue = LifoQueue()
        self._count = count()
        self._lock = Lock()

    def submit(self, priority: int, job) -> None:
        with self._lock:
            self._stack.put((priority, next(self._count), job))

    def undo(self):
        try:
            _, _, job = self._stack.get_nowait()
        except Empty:
            return None
        return job

    def run(self) -> list:
        ready: PriorityQueue = PriorityQueue()
        while not self._stack.empty():
            ready.put(self._stack.get_nowait())
        results: list = []

        def worker() -> None:
            while True:
                with self._lock:
                    try:
                        _, _, job = ready.get_nowait()
                    except Empty:
                        return
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as exc:
                    results[place] = str(exc)

        threads = [Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return results
