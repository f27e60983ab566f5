# right: jobs lie only on the LifoQueue until run() moves them to a PriorityQueue of that run
import queue
import threading


class Dispatcher:

    def __init__(self, workers):
        self._workers = workers
        self._submitted = queue.LifoQueue()
        self._counter = 0
        self._lock = threading.Lock()

    def submit(self, priority, job):
        with self._lock:
            self._counter += 1
            self._submitted.put((priority, self._counter, job))

    def undo(self):
        try:
            return self._submitted.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self):
        ready = queue.PriorityQueue()
        while True:
            try:
                ready.put(self._submitted.get_nowait())
            except queue.Empty:
                break
        size = ready.qsize()
        results = [None] * size
        places = iter(range(size))
        taking = threading.Lock()

        def worker():
            while True:
                with taking:
                    try:
                        _, _, job = ready.get_nowait()
                    except queue.Empty:
                        return
                    place = next(places)
                try:
                    results[place] = job()
                except Exception as e:
                    results[place] = e

        threads = []
        for _ in range(self._workers):
            t = threading.Thread(target=worker)
            threads.append(t)
            t.start()
        for t in threads:
            t.join()
        return results
