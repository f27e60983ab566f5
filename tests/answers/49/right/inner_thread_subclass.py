# right: the thread is a private Thread subclass that owns the loop; calls in progress are numbered Futures in a dict that close() waits for
import asyncio
import itertools
import threading
from concurrent.futures import CancelledError, Future


class _Engine(threading.Thread):
    def __init__(self):
        super().__init__(name="engine", daemon=True)
        self.loop = asyncio.new_event_loop()

    def run(self):
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
        finally:
            try:
                self.loop.run_until_complete(self._tidy())
            finally:
                asyncio.set_event_loop(None)
                self.loop.close()

    async def _tidy(self):
        others = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
        for other in others:
            other.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self.loop.shutdown_asyncgens()
        await self.loop.shutdown_default_executor()

    def is_current(self):
        return threading.current_thread() is self


class LoopThread:
    def __init__(self):
        self._engine = _Engine()
        self._lock = threading.Lock()
        self._numbers = itertools.count()
        self._in_progress = {}
        self._open = True
        self._engine.start()

    def _enter(self, start, refuse=None):
        with self._lock:
            if not self._open:
                if refuse is not None:
                    refuse()
                raise RuntimeError("LoopThread is closed")
            number = next(self._numbers)
            future = start()
            self._in_progress[number] = future
        try:
            return future.result()
        finally:
            with self._lock:
                del self._in_progress[number]

    def run(self, coro):
        if self._engine.is_current():
            coro.close()
            raise RuntimeError("run() from inside the loop")
        return self._enter(lambda: asyncio.run_coroutine_threadsafe(coro, self._engine.loop), coro.close)

    def call(self, func, *args):
        if self._engine.is_current():
            return func(*args)
        future = Future()

        def act():
            try:
                value = func(*args)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(value)

        def start():
            self._engine.loop.call_soon_threadsafe(act)
            return future

        return self._enter(start)

    def close(self):
        if self._engine.is_current():
            raise RuntimeError("close() from inside the loop")
        with self._lock:
            was_open, self._open = self._open, False
            waiting_for = list(self._in_progress.values())
        if was_open:
            for future in waiting_for:
                try:
                    future.exception()  # waits
                except CancelledError:
                    pass  # it has ended as well
            self._engine.loop.call_soon_threadsafe(self._engine.loop.stop)
        self._engine.join()
