# right: waits with PriorityQueue.join(), task_done() in a finally, then one stop mark for each worker
import queue
import threading
from collections import deque
from contextlib import contextmanager


class Dispatcher:
    def __init__(self, workers):
        self.workers = workers
        self.pq = queue.PriorityQueue()
        self.lifo = queue.LifoQueue()
        self.lock = threading.Lock()
        self.arrived = 0

    def submit(self, priority, job):
        with self.lock:
            entry = {"job": job, "gone": False}
            self.pq.put((priority, self.arrived, entry))
            self.lifo.put(entry)
            self.arrived += 1

    def undo(self):
        with self.lock:
            while not self.lifo.empty():
                entry = self.lifo.get_nowait()
                if not entry["gone"]:
                    entry["gone"] = True
                    return entry["job"]
            return None

    def _claim(self, entry):
        with self.lock:
            if entry["gone"]:
                return False
            entry["gone"] = True
            return True

    def _serve(self, taken, taking):
        while True:
            with taking:
                _, _, entry = self.pq.get()
                if entry is not None and self._claim(entry):
                    taken.append(entry)
                    mine = True
                else:
                    mine = False
            try:
                if entry is None:
                    return
                if mine:
                    try:
                        entry["result"] = entry["job"]()
                    except Exception as error:
                        entry["result"] = error
            finally:
                self.pq.task_done()

    @contextmanager
    def _crew(self, taken):
        taking = threading.Lock()
        threads = [threading.Thread(target=self._serve, args=(taken, taking)) for _ in range(self.workers)]
        for t in threads:
            t.start()
        try:
            yield
        finally:
            for i in range(self.workers):
                self.pq.put((float("inf"), -1 - i, None))
            for t in threads:
                t.join()

    def run(self):
        taken = deque()
        with self._crew(taken):
            self.pq.join()
        return [entry["result"] for entry in taken]
