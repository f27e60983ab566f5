# too-parallel: every job gets a thread of its own at once, workers is not used
import threading
from concurrent.futures import Future


class ThreadPool:
    def __init__(self, workers):
        self._workers = workers
        self._lock = threading.Lock()
        self._threads = []
        self._closed = False

    def submit(self, func, *args):
        future = Future()
        thread = threading.Thread(target=self._run, args=(future, func, args))
        with self._lock:
            if self._closed:
                raise RuntimeError("pool is closed")
            self._threads.append(thread)
            thread.start()
        return future

    @staticmethod
    def _run(future, func, args):
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)

    def shutdown(self, wait=True, cancel_futures=False):
        # nothing is ever queued, so there is nothing to cancel
        with self._lock:
            self._closed = True
        if wait:
            for thread in self._threads:
                thread.join()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown()
