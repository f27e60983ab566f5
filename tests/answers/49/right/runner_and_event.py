# right: asyncio.Runner where there is one (else asyncio.run); the thread's main coroutine waits for an asyncio.Event set threadsafe by close()
import asyncio
import threading
from typing import Any, Callable, Coroutine, Optional


class LoopThread:
    def __init__(self) -> None:
        self._mutex = threading.RLock()
        self._calls = 0
        self._closing = False
        self._started = threading.Event()
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._quit: Optional[asyncio.Event] = None
        self._thread = threading.Thread(target=self._thread_main, daemon=True)
        self._thread.start()
        self._started.wait()

    def __enter__(self) -> "LoopThread":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    def _thread_main(self) -> None:
        if hasattr(asyncio, "Runner"):
            with asyncio.Runner() as runner:
                runner.run(self._main())
        else:
            asyncio.run(self._main())

    async def _main(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._quit = asyncio.Event()
        self._started.set()
        await self._quit.wait()

    def _begin(self) -> None:
        with self._mutex:
            if self._closing:
                raise RuntimeError("LoopThread has been closed")
            self._calls += 1

    def _end(self) -> None:
        with self._mutex:
            self._calls -= 1
            self._quit_if_idle()

    def _quit_if_idle(self) -> None:
        if self._closing and not self._calls:
            try:
                self._loop.call_soon_threadsafe(self._quit.set)
            except RuntimeError:
                pass  # the loop has been closed already

    def run(self, coro: Coroutine[Any, Any, Any]) -> Any:
        if threading.current_thread() is self._thread:
            coro.close()
            raise RuntimeError("run() must not be called on the loop's thread")
        try:
            self._begin()
        except RuntimeError:
            coro.close()
            raise
        try:
            return asyncio.run_coroutine_threadsafe(coro, self._loop).result()
        finally:
            self._end()

    def call(self, func: Callable[..., Any], *args: Any) -> Any:
        if threading.current_thread() is self._thread:
            return func(*args)

        async def wrapper() -> Any:
            return func(*args)

        return self.run(wrapper())

    def close(self) -> None:
        with self._mutex:
            self._closing = True
            self._quit_if_idle()
        if threading.current_thread() is not self._thread:
            self._thread.join()
