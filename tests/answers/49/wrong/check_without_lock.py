# deadlock: looks at `closed` and sends the request without a lock; close() may put the end mark in between, and nobody serves what comes after it
import asyncio
import threading
from concurrent.futures import Future


class LoopThread:
    def __init__(self):
        self._closed = False
        ready = Future()
        self._thread = threading.Thread(target=asyncio.run, args=(self._serve(ready),))
        self._thread.start()
        self._loop, self._requests = ready.result()

    async def _serve(self, ready):
        requests = asyncio.Queue()
        ready.set_result((asyncio.get_running_loop(), requests))
        running = set()
        while (request := await requests.get()) is not None:
            task = asyncio.create_task(self._answer(*request))
            running.add(task)
            task.add_done_callback(running.discard)
        if running:
            await asyncio.wait(running)

    async def _answer(self, coro, future):
        try:
            future.set_result(await coro)
        except BaseException as error:
            future.set_exception(error)

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() on the loop's own thread")
        if self._closed:
            coro.close()
            raise RuntimeError("closed")
        future = Future()
        self._loop.call_soon_threadsafe(self._requests.put_nowait, (coro, future))
        return future.result()

    def call(self, func, *args):
        if threading.current_thread() is self._thread:
            return func(*args)

        async def plain():
            return func(*args)

        return self.run(plain())

    def close(self):
        if not self._closed:
            self._closed = True
            self._loop.call_soon_threadsafe(self._requests.put_nowait, None)
        self._thread.join()
