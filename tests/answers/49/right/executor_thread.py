# right: the loop lives on the only thread of a ThreadPoolExecutor; calls in progress are tasks that the closing coroutine gathers on the loop
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor


class LoopThread:
    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._tasks = set()  # touched on the loop's thread only
        self._guard = threading.Lock()
        self._refusing = False
        self._thread = None
        up = threading.Event()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="loop")
        self._end = self._pool.submit(self._live, up)
        up.wait()

    def _live(self, up):
        self._thread = threading.current_thread()
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(up.set)
        try:
            self._loop.run_forever()
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()

    async def _tracked(self, coro):
        me = asyncio.current_task()
        self._tasks.add(me)
        try:
            return await coro
        finally:
            self._tasks.discard(me)

    async def _wind_up(self):
        # every accepted call was scheduled before this coroutine, so it has had its first step
        while self._tasks:
            await asyncio.wait(self._tasks)
        strays = asyncio.all_tasks() - {asyncio.current_task()}
        for stray in strays:
            stray.cancel()
        await asyncio.gather(*strays, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()
        self._loop.call_soon(self._loop.stop)  # after the callbacks that hand the results out

    def _submit(self, coro):
        with self._guard:
            if self._refusing:
                coro.close()
                raise RuntimeError("this LoopThread is closed")
            return asyncio.run_coroutine_threadsafe(self._tracked(coro), self._loop)

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("deadlock: run() on the loop's own thread")
        return self._submit(coro).result()

    def call(self, func, *args):
        async def on_loop():
            return func(*args)

        return self.run(on_loop())

    def close(self):
        if threading.current_thread() is self._thread:
            raise RuntimeError("deadlock: close() on the loop's own thread")
        with self._guard:
            if not self._refusing:
                self._refusing = True
                asyncio.run_coroutine_threadsafe(self._wind_up(), self._loop)
        self._pool.shutdown(wait=True)
        self._end.result()
