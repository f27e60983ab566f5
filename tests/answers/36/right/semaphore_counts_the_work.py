# right: a Semaphore counts what there is to take; shutdown gives one more permit to each worker, no job for it means the end
import threading
import concurrent.futures
from collections import deque


class ThreadPool:
    def __init__(self, workers):
        self._size = workers
        self._lock = threading.Lock()
        self._available = threading.Semaphore(0)
        self._waiting = deque()
        self._open = True
        self._team = []
        for number in range(workers):
            member = threading.Thread(target=self._run, name=f"worker {number}")
            self._team.append(member)
            member.start()

    def submit(self, func, *args):
        future = concurrent.futures.Future()

        def task():
            if not future.set_running_or_notify_cancel():
                return
            try:
                value = func(*args)
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(value)

        self._lock.acquire()
        try:
            if not self._open:
                raise RuntimeError("pool is closed")
            self._waiting.append((future, task))
        finally:
            self._lock.release()
        self._available.release()
        return future

    def _run(self):
        while True:
            self._available.acquire()
            with self._lock:
                if not self._waiting:
                    return
                _, task = self._waiting.popleft()
            task()

    def shutdown(self, wait=True, cancel_futures=False):
        with self._lock:
            was_open = self._open
            self._open = False
            cancelled = list(self._waiting) if cancel_futures else []
            if cancel_futures:
                self._waiting.clear()
        for future, task in cancelled:
            future.cancel()
            task()              # only tells those who wait that it is cancelled
        if was_open:
            for _ in range(self._size):
                self._available.release()
        if wait:
            for member in self._team:
                member.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.shutdown()
