# right: call() reads "not the loop" strictly: the plain function runs on a helper thread of the loop's executor, the loop goes on meanwhile
import asyncio
import functools
import threading


class LoopThread:
    def __init__(self):
        self._cond = threading.Condition()
        self._active = 0
        self._state = "open"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._work)
        self._thread.start()

    def _work(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        try:
            rest = asyncio.all_tasks(self._loop)
            for task in rest:
                task.cancel()
            if rest:
                self._loop.run_until_complete(asyncio.gather(*rest, return_exceptions=True))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
        finally:
            asyncio.set_event_loop(None)
            self._loop.close()

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() from the loop's own thread")
        with self._cond:
            if self._state != "open":
                coro.close()
                raise RuntimeError("closed")
            self._active += 1
        try:
            return asyncio.run_coroutine_threadsafe(coro, self._loop).result()
        finally:
            with self._cond:
                self._active -= 1
                self._cond.notify_all()

    def call(self, func, *args):
        if threading.current_thread() is self._thread:
            raise RuntimeError("call() from the loop's own thread")

        async def in_helper():
            return await self._loop.run_in_executor(None, functools.partial(func, *args))

        return self.run(in_helper())

    def close(self):
        if threading.current_thread() is self._thread:
            raise RuntimeError("close() from the loop's own thread")
        with self._cond:
            if self._state == "open":
                self._state = "closing"
                self._cond.wait_for(lambda: self._active == 0)
                self._loop.call_soon_threadsafe(self._loop.stop)
                self._state = "closed"
        self._thread.join()
