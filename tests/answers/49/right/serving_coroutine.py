# right: asyncio.run on the thread with one serving coroutine; requests come through an asyncio.Queue, an end mark makes it wait for the rest
import asyncio
import threading
from concurrent.futures import Future


async def _answer(awaitable, future):
    try:
        result = await awaitable
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


class LoopThread:
    def __init__(self):
        self._gate = threading.Lock()
        self._closed = False
        ready = Future()
        self._thread = threading.Thread(target=asyncio.run, args=(self._serve(ready),))
        self._thread.start()
        self._loop, self._requests = ready.result()

    async def _serve(self, ready):
        requests = asyncio.Queue()
        ready.set_result((asyncio.get_running_loop(), requests))
        running = set()
        while True:
            request = await requests.get()
            if request is None:
                break
            task = asyncio.create_task(_answer(*request))
            running.add(task)
            task.add_done_callback(running.discard)
        if running:
            await asyncio.wait(running)

    def _send(self, request):
        self._loop.call_soon_threadsafe(self._requests.put_nowait, request)

    def _inside(self):
        return threading.current_thread() is self._thread

    def run(self, coro):
        try:
            if self._inside():
                raise RuntimeError("the loop cannot wait for itself")
            answer = Future()
            with self._gate:
                if self._closed:
                    raise RuntimeError("closed")
                self._send((coro, answer))
        except RuntimeError:
            coro.close()
            raise
        return answer.result()

    def call(self, func, *args):
        if self._inside():
            raise RuntimeError("the loop cannot wait for itself")

        async def plain():
            return func(*args)

        return self.run(plain())

    def close(self):
        with self._gate:
            if not self._closed:
                self._closed = True
                self._send(None)
        if not self._inside():
            self._thread.join()
