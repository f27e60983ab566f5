# wrong-result: shutdown(wait=True) after shutdown(wait=False) returns at once because the pool is closed, without waiting for the workers
import queue
import threading
from concurrent.futures import Future


class ThreadPool:
    def __init__(self, workers):
        self.queue = queue.Queue()
        self.lock = threading.Lock()
        self.closed = False
        self.threads = [threading.Thread(target=self.worker) for _ in range(workers)]
        for t in self.threads:
            t.start()

    def submit(self, func, *args):
        future = Future()
        with self.lock:
            if self.closed:
                raise RuntimeError("pool is shut down")
            self.queue.put((future, func, args))
        return future

    def worker(self):
        while True:
            item = self.queue.get()
            if item is None:
                break
            future, func, args = item
            if not future.set_running_or_notify_cancel():
                continue
            try:
                result = func(*args)
            except Exception as e:
                future.set_exception(e)
            else:
                future.set_result(result)

    def shutdown(self, wait=True, cancel_futures=False):
        with self.lock:
            if self.closed:
                return
            marks = len(self.threads)
            self.closed = True
            queued = []
            if cancel_futures:
                while True:
                    try:
                        item = self.queue.get_nowait()
                    except queue.Empty:
                        break
                    if item is None:
                        marks += 1
                    else:
                        queued.append(item[0])
            for _ in range(marks):
                self.queue.put(None)
        for future in queued:
            future.cancel()
        if wait:
            for t in self.threads:
                t.join()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown()
