"""The repair service: urgent calls first, and the last one can be taken back.

The idea here: a `PriorityQueue` hands out the smallest item first, so the
items have to be comparable; a `LifoQueue` hands out the latest one.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

Job = Callable[[], Any]


class Dispatcher:
    """Jobs by priority, done by a few workers."""

    def __init__(self, workers: int) -> None:
        """Nothing is submitted yet; *workers* threads (1 or more) will do the work."""
        self._workers = workers
        self._submitted: queue.LifoQueue[tuple[int, int, Job]] = queue.LifoQueue()
        self._number = 0

    def submit(self, priority: int, job: Job) -> None:
        """Take *job* in; low numbers come first, equal ones in order of arrival."""
        # The number breaks ties: it keeps the order of arrival, and the jobs
        # themselves, which can't be compared, are never asked.
        self._number += 1
        self._submitted.put((priority, self._number, job))

    def undo(self) -> Job | None:
        """Take back the job that was submitted last; None when there is none."""
        try:
            return self._submitted.get_nowait()[2]
        except queue.Empty:
            return None

    def run(self) -> list[Any]:
        """Do what was submitted, and give the results in the order of taking.

        The exception of a job that raises stands in the place of its result.
        """
        waiting: queue.PriorityQueue[tuple[int, int, Job]] = queue.PriorityQueue()
        while not self._submitted.empty():
            waiting.put(self._submitted.get())
        results: list[Any] = []
        taking = threading.Lock()

        def work() -> None:
            while True:
                with taking:
                    try:
                        _, _, job = waiting.get_nowait()
                    except queue.Empty:
                        return
                    place = len(results)
                    results.append(None)
                try:
                    results[place] = job()
                except Exception as error:
                    results[place] = error

        threads = [threading.Thread(target=work) for _ in range(self._workers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results
