# wrong-result: equal priorities run in reverse order of arrival (negated counter as tie breaker)
from queue import Empty, LifoQueue, PriorityQueue
from threading import Lock, Thread


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self._stack = LifoQueue()
        self._arrived = 0
        self._lock = Lock()

    def submit(self, priority, job):
        with self._lock:
            self._stack.put((priority, -self._arrived, job))
            self._arrived += 1

    def undo(self):
        try:
            return self._stack.get_nowait()[2]
        except Empty:
            return None

    def run(self):
        heap = PriorityQueue()
        while not self._stack.empty():
            heap.put(self._stack.get())
        results = []

        def worker():
            while True:
                with self._lock:
                    try:
                        job = heap.get_nowait()[2]
                    except Empty:
                        return
                    box = []
                    results.append(box)
                try:
                    box.append(job())
                except Exception as exc:
                    box.append(exc)

        threads = [Thread(target=worker) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [box[0] for box in results]
