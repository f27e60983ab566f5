# right: no idle workers at all - a thread is started when fewer than `workers` are at it, it empties the list and ends
import threading
from concurrent.futures import Future
from contextlib import AbstractContextManager


class ThreadPool(AbstractContextManager):
    def __init__(self, workers):
        self._workers = workers
        self._lock = threading.Lock()
        self._queued = []
        self._active = 0
        self._threads = []
        self._closed = False

    def submit(self, func, *args):
        future = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is shut down")
            self._queued.append((future, func, args))
            if self._active < self._workers:
                thread = threading.Thread(target=self._empty_the_queue)
                thread.start()
                self._active += 1
                self._threads = [t for t in self._threads if t.is_alive()]
                self._threads.append(thread)
        return future

    def _empty_the_queue(self):
        while True:
            with self._lock:
                if not self._queued:
                    self._active -= 1
                    return
                future, func, args = self._queued.pop(0)
            if future.set_running_or_notify_cancel():
                try:
                    result = func(*args)
                except Exception as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)

    def shutdown(self, wait=True, cancel_futures=False):
        with self._lock:
            self._closed = True
            dropped = []
            if cancel_futures:
                dropped, self._queued = self._queued, dropped
            threads = self._threads[:]
        for future, *_ in dropped:
            future.cancel()
            future.set_running_or_notify_cancel()
        if wait:
            for thread in threads:
                thread.join()

    def __exit__(self, *exc_info):
        self.shutdown()
        return None
