# right: PriorityQueue in which the end marks sort behind all jobs, a counter keeps the order of arrival
import queue
import threading
from concurrent.futures import Future
from itertools import count

JOB, END = 0, 1


class ThreadPool:

    def __init__(self, workers):
        self.__queue = queue.PriorityQueue()
        self.__order = count()
        self.__mutex = threading.Lock()
        self.__accepting = True
        self.__threads = [threading.Thread(target=self.__main) for _ in range(workers)]
        [thread.start() for thread in self.__threads]

    def __main(self):
        while True:
            kind, _, job = self.__queue.get()
            try:
                if kind == END:
                    return
                future, func, args = job
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    outcome = func(*args)
                except Exception as exc:
                    future.set_exception(exc)
                else:
                    future.set_result(outcome)
            finally:
                self.__queue.task_done()

    def submit(self, func, *args):
        future = Future()
        with self.__mutex:
            if not self.__accepting:
                raise RuntimeError('ThreadPool.submit() called after shutdown()')
            self.__queue.put((JOB, next(self.__order), (future, func, args)))
        return future

    def shutdown(self, wait=True, cancel_futures=False):
        with self.__mutex:
            if self.__accepting:
                self.__accepting = False
                for _ in self.__threads:
                    self.__queue.put((END, next(self.__order), None))
        if cancel_futures:
            self.__cancel_queued()
        if wait:
            for thread in self.__threads:
                thread.join()

    def __cancel_queued(self):
        while True:
            try:
                entry = self.__queue.get_nowait()
            except queue.Empty:
                return
            if entry[0] == END:
                self.__queue.put(entry)     # only end marks are left
                return
            future = entry[2][0]
            future.cancel()
            future.set_running_or_notify_cancel()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.shutdown()
        return False
