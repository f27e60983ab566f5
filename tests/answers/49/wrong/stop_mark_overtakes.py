# leak: the serving coroutine leaves at the end mark without waiting for the tasks it has started, asyncio.run cancels them
import asyncio
import threading
from concurrent.futures import Future


class LoopThread:
    def __init__(self):
        self._lock = threading.Lock()
        self._closed = False
        ready = Future()
        self._thread = threading.Thread(target=asyncio.run, args=(self._serve(ready),))
        self._thread.start()
        self._loop, self._requests = ready.result()

    async def _serve(self, ready):
        requests = asyncio.Queue()
        ready.set_result((asyncio.get_running_loop(), requests))
        tasks = set()
        while (request := await requests.get()) is not None:
            task = asyncio.create_task(self._answer(*request))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    async def _answer(self, coro, future):
        try:
            future.set_result(await coro)
        except BaseException as error:
            future.set_exception(error)

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() on the loop's own thread")
        future = Future()
        with self._lock:
            if self._closed:
                coro.close()
                raise RuntimeError("closed")
            self._loop.call_soon_threadsafe(self._requests.put_nowait, (coro, future))
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
                self._loop.call_soon_threadsafe(self._requests.put_nowait, None)
        self._thread.join()
