# right: a closable, iterable Channel class does the waiting, the workers are a plain for loop over it
import threading
from concurrent.futures import Future
from functools import partial


class Channel:
    """An unbounded queue that can be closed: iteration ends when it is closed and empty."""

    def __init__(self):
        self._mutex = threading.Lock()
        self._not_empty = threading.Condition(self._mutex)
        self._items = []
        self._closed = False

    def send(self, item):
        with self._mutex:
            if self._closed:
                raise RuntimeError("closed")
            self._items.append(item)
            self._not_empty.notify()

    def close(self, discard=False):
        with self._mutex:
            self._closed = True
            left = []
            if discard:
                left, self._items = self._items, left
            self._not_empty.notify_all()
            return left

    def __iter__(self):
        return self

    def __next__(self):
        with self._mutex:
            while not self._items:
                if self._closed:
                    raise StopIteration
                self._not_empty.wait()
            return self._items.pop(0)


def _settle(future, call):
    if not future.set_running_or_notify_cancel():
        return
    try:
        value = call()
    except Exception as error:
        future.set_exception(error)
    else:
        future.set_result(value)


def _drain(channel):
    for future, call in channel:
        _settle(future, call)


class ThreadPool:
    def __init__(self, workers):
        self._channel = Channel()
        self._threads = []
        while len(self._threads) < workers:
            self._threads.append(threading.Thread(target=_drain, args=(self._channel,)))
            self._threads[-1].start()

    def submit(self, func, *args):
        future = Future()
        self._channel.send((future, partial(func, *args)))
        return future

    def shutdown(self, wait=True, cancel_futures=False):
        for future, _ in self._channel.close(discard=cancel_futures):
            if future.cancel():
                future.set_running_or_notify_cancel()
        if wait:
            me = threading.current_thread()
            for thread in self._threads:
                if thread is not me:
                    thread.join()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.shutdown()
