# deadlock: submit() appends without notify(), workers that wait already are never woken
import threading
from collections import deque
from concurrent.futures import Future


class ThreadPool:
    def __init__(self, workers):
        self._cond = threading.Condition()
        self._jobs = deque()
        self._closed = False
        self._threads = []
        for _ in range(workers):
            thread = threading.Thread(target=self._work)
            self._threads.append(thread)
            thread.start()

    def submit(self, func, *args):
        future = Future()
        with self._cond:
            if self._closed:
                raise RuntimeError("cannot submit after shutdown")
            self._jobs.append((future, func, args))
        return future

    def _work(self):
        while True:
            with self._cond:
                while not self._jobs and not self._closed:
                    self._cond.wait()
                if not self._jobs:
                    return
                future, func, args = self._jobs.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = func(*args)
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def shutdown(self, wait=True, cancel_futures=False):
        dropped = []
        with self._cond:
            self._closed = True
            if cancel_futures:
                dropped = list(self._jobs)
                self._jobs.clear()
            self._cond.notify_all()
        for future, func, args in dropped:
            future.cancel()
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown(wait=True)
