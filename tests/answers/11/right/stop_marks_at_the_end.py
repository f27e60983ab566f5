# right: one stop mark per worker at priority infinity, blocking get() under the taking lock
import math
import threading
from itertools import count
from queue import LifoQueue, PriorityQueue

STOP = object()


class Dispatcher:
    def __init__(self, workers: int):
        self.workers = workers
        self._queue = PriorityQueue()
        self._latest = LifoQueue()
        self._order = count()
        self._state_lock = threading.Lock()
        self._take_lock = threading.Lock()

    def submit(self, priority, job):
        with self._state_lock:
            ticket = [job]
            self._queue.put((priority, next(self._order), ticket))
            self._latest.put(ticket)

    def undo(self):
        with self._state_lock:
            while self._latest.qsize():
                ticket = self._latest.get()
                if ticket:
                    return ticket.pop()
        return None

    def _take(self, results):
        with self._take_lock:
            while True:
                ticket = self._queue.get()[2]
                if ticket is STOP:
                    return None
                with self._state_lock:
                    if not ticket:
                        continue            # undone
                    job = ticket.pop()
                slot = [None]
                results.append(slot)
                return job, slot

    def _worker(self, results):
        while True:
            taken = self._take(results)
            if taken is None:
                break
            job, slot = taken
            try:
                slot[0] = job()
            except Exception as error:
                slot[0] = error

    def run(self):
        results = []
        for _ in range(self.workers):
            self._queue.put((math.inf, next(self._order), STOP))
        threads = [threading.Thread(target=self._worker, args=(results,)) for _ in range(self.workers)]
        for t in threads:
            t.start()
        for t in threads:
            t.join()
        return [value for (value,) in results]
