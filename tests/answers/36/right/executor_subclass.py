# right: derived from concurrent.futures.Executor (so `with` and map come along), SimpleQueue, pending futures remembered for the cancel
import itertools
import threading
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Callable, Dict, Tuple


@dataclass
class _Task:
    func: Callable[..., Any]
    args: Tuple
    kwargs: Dict[str, Any]
    future: Future = field(default_factory=Future)

    def __call__(self):
        if self.future.set_running_or_notify_cancel():
            try:
                result = self.func(*self.args, **self.kwargs)
            except BaseException as error:
                self.future.set_exception(error)
            else:
                self.future.set_result(result)


class ThreadPool(Executor):
    _numbers = itertools.count(1)

    def __init__(self, workers):
        self._tasks = SimpleQueue()
        self._pending = {}
        self._lock = threading.RLock()
        self._is_shut_down = False
        prefix = f"ThreadPool-{next(self._numbers)}"
        self._threads = tuple(
            threading.Thread(target=self._loop, name=f"{prefix}_{i}") for i in range(workers))
        for t in self._threads:
            t.start()

    def submit(self, fn, /, *args, **kwargs):
        task = _Task(fn, args, kwargs)
        with self._lock:
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._pending[task.future] = True
            self._tasks.put(task)
        return task.future

    def _loop(self):
        for task in iter(self._tasks.get, None):
            with self._lock:
                del self._pending[task.future]
            task()
            task = None

    def shutdown(self, wait=True, cancel_futures=False):
        with self._lock:
            if not self._is_shut_down:
                self._is_shut_down = True
                for _ in self._threads:
                    self._tasks.put(None)
            doomed = list(self._pending) if cancel_futures else []
        for future in doomed:
            future.cancel()     # the task stays in the queue, the worker that meets it skips it
        if wait:
            for t in self._threads:
                t.join()
