# right: an Inbox class on Condition and deque; run() reports all it can and raises the first error at the end
import threading
from collections import deque
from concurrent.futures import ThreadPoolExecutor


class Inbox:
    """Finished futures in the order in which they finished."""

    def __init__(self):
        self._cond = threading.Condition()
        self._items = deque()

    def deliver(self, item):
        with self._cond:
            self._items.append(item)
            self._cond.notify()

    def take(self):
        with self._cond:
            self._cond.wait_for(lambda: self._items)
            return self._items.popleft()


class Board:
    def __init__(self, jobs, workers):
        self.inbox = Inbox()
        self.futures = []
        self.pool = ThreadPoolExecutor(max_workers=workers)
        for job in jobs:
            self._submit(len(self.futures), job)

    def _submit(self, index, job):
        future = self.pool.submit(job)
        self.futures.append(future)
        future.add_done_callback(lambda f: self.inbox.deliver((index, f)))

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for future in self.futures:
            future.cancel()
        self.pool.shutdown()


def run(jobs, workers, on_done):
    error = None
    with Board(jobs, workers) as board:
        for _ in board.futures:
            index, future = board.inbox.take()
            if future.exception() is None:
                on_done(index, future.result())
            elif error is None:
                error = future.exception()
    if error is not None:
        raise error
    return [future.result() for future in board.futures]


def first(jobs, workers, n):
    with Board(jobs, workers) as board:
        results = []
        while len(results) < n and len(results) < len(board.futures):
            results.append(board.inbox.take()[1].result())
        return results
