# wrong-result: close() stops the loop without waiting for the calls in progress, they are cancelled and their work is lost
import asyncio
import threading


class LoopThread:
    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._changed = threading.Condition()
        self._active = 0
        self._closed = False
        self._stopped = False
        self._thread = threading.Thread(target=self._main)
        self._thread.start()

    def _main(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        self._loop.run_until_complete(self._clean_up())
        self._loop.close()

    async def _clean_up(self):
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()

    def run(self, coro):
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() on the loop's own thread")
        with self._changed:
            if self._closed:
                coro.close()
                raise RuntimeError("closed")
            self._active += 1
        try:
            return asyncio.run_coroutine_threadsafe(coro, self._loop).result()
        finally:
            with self._changed:
                self._active -= 1
                self._changed.notify_all()

    def call(self, func, *args):
        if threading.current_thread() is self._thread:
            return func(*args)

        async def plain():
            return func(*args)

        return self.run(plain())

    def close(self):
        with self._changed:
            self._closed = True
            if not self._stopped:
                self._stopped = True
                self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
