# right: threads are started when a job finds no idle one, up to the limit; Worker is a Thread subclass
import threading
from collections import deque
from concurrent.futures import Future


class Job:
    def __init__(self, func, args):
        self.future = Future()
        self.func = func
        self.args = args

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.func(*self.args)
        except Exception as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)

    def abandon(self):
        self.future.cancel()
        self.future.set_running_or_notify_cancel()


class Worker(threading.Thread):
    def __init__(self, pool):
        super().__init__()
        self.pool = pool

    def run(self):
        while True:
            job = self.pool._next_job()
            if job is None:
                break
            job.run()
            job = None


class ThreadPool:
    def __init__(self, workers):
        self._limit = workers
        self._workers = []
        self._jobs = deque()
        self._idle = 0
        self._closed = False
        self._changed = threading.Condition(threading.Lock())

    def submit(self, func, *args):
        job = Job(func, args)
        with self._changed:
            if self._closed:
                raise RuntimeError("the pool has been shut down")
            self._jobs.append(job)
            if len(self._jobs) > self._idle and len(self._workers) < self._limit:
                worker = Worker(self)
                self._workers.append(worker)
                worker.start()
            else:
                self._changed.notify()
        return job.future

    def _next_job(self):
        with self._changed:
            self._idle += 1
            try:
                self._changed.wait_for(lambda: self._jobs or self._closed)
            finally:
                self._idle -= 1
            return self._jobs.popleft() if self._jobs else None

    def shutdown(self, wait=True, cancel_futures=False):
        with self._changed:
            self._closed = True
            abandoned = ()
            if cancel_futures:
                abandoned, self._jobs = self._jobs, deque()
            self._changed.notify_all()
            workers = list(self._workers)
        for job in abandoned:
            job.abandon()
        if wait:
            for worker in workers:
                worker.join()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.shutdown(wait=True)
