# right: queue.Queue, one end mark that every worker puts back for the next, a lock around check and put
from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import Any, Callable, NamedTuple, Optional


class Work(NamedTuple):
    future: Future
    func: Callable[..., Any]
    args: tuple


class ThreadPool:
    def __init__(self, workers: int) -> None:
        self._queue: queue.Queue[Optional[Work]] = queue.Queue()
        self._gate = threading.Lock()
        self._shut = False
        self._threads: list[threading.Thread] = []
        for _ in range(workers):
            thread = threading.Thread(target=self._serve)
            thread.start()
            self._threads.append(thread)

    def __enter__(self) -> ThreadPool:
        return self

    def __exit__(self, exc_type, exc, tb) -> None:
        self.shutdown(wait=True)

    def submit(self, func: Callable[..., Any], *args: Any) -> Future:
        work = Work(Future(), func, args)
        with self._gate:
            if self._shut:
                raise RuntimeError("cannot submit to a pool that has been shut down")
            self._queue.put(work)
        return work.future

    def shutdown(self, wait: bool = True, cancel_futures: bool = False) -> None:
        unwanted = []
        with self._gate:
            mark_needed = not self._shut
            self._shut = True
            if cancel_futures:
                while True:
                    try:
                        work = self._queue.get_nowait()
                    except queue.Empty:
                        break
                    if work is None:
                        mark_needed = True      # put it back below
                    else:
                        unwanted.append(work.future)
            if mark_needed:
                self._queue.put(None)
        for future in unwanted:
            future.cancel()
            future.set_running_or_notify_cancel()
        if wait:
            for thread in self._threads:
                thread.join()

    def _serve(self) -> None:
        while (work := self._queue.get()) is not None:
            self._do(*work)
            del work
        self._queue.put(None)

    @staticmethod
    def _do(future: Future, func: Callable[..., Any], args: tuple) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            future.set_result(func(*args))
        except Exception as error:
            future.set_exception(error)
