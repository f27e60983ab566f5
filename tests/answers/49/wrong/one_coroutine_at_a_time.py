# serial: the thread takes coroutines from a queue.Queue and runs each to its end before the next
import asyncio
import queue
import threading
from concurrent.futures import Future


class LoopThread:
    def __init__(self):
        self._jobs = queue.Queue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._main)
        self._thread.start()

    def _main(self):
        asyncio.run(self._serve())

    async def _serve(self):
        while (job := await asyncio.to_thread(self._jobs.get)) is not None:
            coro, future = job
            try:
                result = await coro
            except Exception as error:
                future.set_exception(error)
            else:
                future.set_result(result)

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() on the loop's own thread")
        future = Future()
        with self._lock:
            if self._closed:
                coro.close()
                raise RuntimeError("closed")
            self._jobs.put((coro, future))
        return future.result()

    def call(self, func, *args):
        if threading.current_thread() is self._thread:
            return func(*args)

        async def plain():
            return func(*args)

        return self.run(plain())

    def close(self):
        with self._lock:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join()
