# serial: submit() does the job itself before it returns, the future is always done
import threading
from concurrent.futures import Future


class ThreadPool:
    def __init__(self, workers):
        self._slots = threading.Semaphore(workers)
        self._closed = False

    def submit(self, func, *args):
        if self._closed:
            raise RuntimeError("pool is closed")
        future = Future()
        with self._slots:
            thread = threading.Thread(target=self._run, args=(future, func, args))
            thread.start()
            thread.join()
        return future

    def _run(self, future, func, args):
        future.set_running_or_notify_cancel()
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)

    def shutdown(self, wait=True, cancel_futures=False):
        self._closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.shutdown()
