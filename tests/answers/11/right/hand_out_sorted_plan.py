# right: run() empties the queue into a plan first; the workers share one numbered iterator over it under a lock
import queue
import threading
from typing import Any, Callable, NamedTuple, Optional


class Order(NamedTuple):
    priority: int
    arrival: int
    job: Callable[[], Any]


def outcome(job):
    try:
        return job()
    except Exception as exc:
        return exc


class Dispatcher:
    def __init__(self, workers: int):
        self._workers = workers
        self._lock = threading.Lock()
        self._reset()
        self._arrival = 0

    def _reset(self):
        self._heap: "queue.PriorityQueue[Order]" = queue.PriorityQueue()
        self._stack: "queue.LifoQueue[Order]" = queue.LifoQueue()
        self._undone: set = set()

    def submit(self, priority: int, job: Callable[[], Any]) -> None:
        with self._lock:
            order = Order(priority, self._arrival, job)
            self._arrival += 1
            self._heap.put(order)
            self._stack.put(order)

    def undo(self) -> Optional[Callable[[], Any]]:
        with self._lock:
            if self._stack.empty():
                return None
            order = self._stack.get()
            self._undone.add(order.arrival)
            return order.job

    def _plan(self) -> list:
        with self._lock:
            plan = []
            while not self._heap.empty():
                order = self._heap.get()
                if order.arrival not in self._undone:
                    plan.append(order.job)
            self._reset()
            return plan

    def run(self) -> list:
        plan = self._plan()
        results = [None] * len(plan)
        numbered = iter(enumerate(plan))
        taking = threading.Lock()

        def work():
            while True:
                with taking:
                    i, job = next(numbered, (None, None))
                if i is None:
                    return
                results[i] = outcome(job)

        crew = [threading.Thread(target=work) for _ in range(min(self._workers, len(plan)))]
        for t in crew:
            t.start()
        for t in crew:
            t.join()
        return results
