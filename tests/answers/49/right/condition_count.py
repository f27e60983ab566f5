# right: a Condition counts the callers inside; close() waits until the last has gone; call() uses call_soon_threadsafe and a Future
import asyncio
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Condition, Thread, current_thread


class LoopThread:
    def __init__(self):
        self._loop = asyncio.new_event_loop()
        self._state = Condition()
        self._open = True
        self._stopped = False
        self._inside = 0
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self):
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._sweep())
            self._loop.close()

    async def _sweep(self):
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        await self._loop.shutdown_asyncgens()
        await self._loop.shutdown_default_executor()

    @contextmanager
    def _visit(self, refused):
        with self._state:
            if not self._open:
                refused()
                raise RuntimeError("closed")
            self._inside += 1
        try:
            yield
        finally:
            with self._state:
                self._inside -= 1
                if not self._inside:
                    self._state.notify_all()

    def _wait_on_loop(self, step, refused=lambda: None):
        """Let step(future) happen on the loop's thread and wait for the future."""
        with self._visit(refused):
            future = Future()
            self._loop.call_soon_threadsafe(step, future)
            return future.result()

    def run(self, coro):
        if current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() called from the loop's own thread")

        async def answer(future):
            try:
                result = await coro
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        tasks = []

        def step(future):
            tasks.append(self._loop.create_task(answer(future)))  # kept: a loop only has weak references

        return self._wait_on_loop(step, refused=coro.close)

    def call(self, func, *args):
        if current_thread() is self._thread:
            return func(*args)

        def step(future):
            try:
                future.set_result(func(*args))
            except BaseException as error:
                future.set_exception(error)

        return self._wait_on_loop(step)

    def close(self):
        if current_thread() is self._thread:
            raise RuntimeError("close() called from the loop's own thread")
        with self._state:
            self._open = False
            self._state.wait_for(lambda: not self._inside)
            stop, self._stopped = not self._stopped, True
        if stop:
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
