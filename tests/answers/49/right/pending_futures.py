# right: run_coroutine_threadsafe under a lock that also guards "closed"; close() waits for the futures noted, then stops the loop and joins
import asyncio
import concurrent.futures
import threading


class LoopThread:
    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._lock = threading.Lock()
        self._closed = False
        self._pending = set()
        self._thread = threading.Thread(target=self._main, name="LoopThread")
        self._thread.start()

    def _main(self):
        loop = self._loop
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
            leftovers = asyncio.all_tasks(loop)
            for task in leftovers:
                task.cancel()
            if leftovers:
                loop.run_until_complete(asyncio.gather(*leftovers, return_exceptions=True))
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            asyncio.set_event_loop(None)
            loop.close()

    def _on_own_thread(self):
        return threading.current_thread() is self._thread

    def run(self, coro):
        if self._on_own_thread():
            coro.close()
            raise RuntimeError("run() would wait for itself on the loop's own thread")
        with self._lock:
            if self._closed:
                coro.close()
                raise RuntimeError("LoopThread is closed")
            future = asyncio.run_coroutine_threadsafe(coro, self._loop)
            self._pending.add(future)
        try:
            return future.result()
        finally:
            with self._lock:
                self._pending.discard(future)

    def call(self, func, *args):
        if self._on_own_thread():
            return func(*args)

        async def once():
            return func(*args)

        return self.run(once())

    def close(self):
        if self._on_own_thread():
            raise RuntimeError("close() would wait for itself on the loop's own thread")
        with self._lock:
            first = not self._closed
            self._closed = True
            pending = list(self._pending)
        if first:
            concurrent.futures.wait(pending)
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
