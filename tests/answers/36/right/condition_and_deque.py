# right: one Condition, a deque of jobs, eager workers that leave when the pool is closed and the deque is empty
import threading
from collections import deque
from concurrent.futures import Future


class ThreadPool:
    def __init__(self, workers):
        if workers < 1:
            raise ValueError("workers must be at least 1")
        self._cond = threading.Condition()
        self._jobs = deque()
        self._closed = False
        self._threads = [threading.Thread(target=self._work, name="pool-%d" % i) for i in range(workers)]
        for thread in self._threads:
            thread.start()

    def submit(self, func, *args):
        future = Future()
        with self._cond:
            if self._closed:
                raise RuntimeError("submit() after shutdown()")
            self._jobs.append((future, func, args))
            self._cond.notify()
        return future

    def _work(self):
        while True:
            with self._cond:
                while not self._jobs and not self._closed:
                    self._cond.wait()
                if not self._jobs:
                    return
                future, func, args = self._jobs.popleft()
            if future.set_running_or_notify_cancel():
                try:
                    result = func(*args)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)

    def shutdown(self, wait=True, cancel_futures=False):
        dropped = []
        with self._cond:
            self._closed = True
            if cancel_futures:
                dropped.extend(self._jobs)
                self._jobs.clear()
            self._cond.notify_all()
        for future, _, _ in dropped:
            if future.cancel():
                future.set_running_or_notify_cancel()
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown()
