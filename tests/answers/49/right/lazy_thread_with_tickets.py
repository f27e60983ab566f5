# right: the thread starts with the first use; each call is a ticket with its own threading.Event for the outcome
import asyncio
import threading
from dataclasses import dataclass, field


@dataclass(eq=False)
class _Ticket:
    make: object  # a function without arguments that gives the coroutine to run
    value: object = None
    error: object = None
    settled: threading.Event = field(default_factory=threading.Event)

    async def serve(self):
        try:
            self.value = await self.make()
        except BaseException as error:
            self.error = error

    def redeem(self):
        self.settled.wait()
        if self.error is not None:
            raise self.error
        return self.value


class LoopThread:
    def __init__(self):
        self._lock = threading.Lock()
        self._thread = None
        self._loop = None
        self._closed = False
        self._tasks = {}
        self._winding_up = False  # known to the loop's thread

    # on the loop's thread

    def _main(self):
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        strays = asyncio.all_tasks(self._loop)
        for task in strays:
            task.cancel()
        if strays:
            self._loop.run_until_complete(asyncio.gather(*strays, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        asyncio.set_event_loop(None)
        self._loop.close()

    def _accept(self, ticket):
        task = self._loop.create_task(ticket.serve())
        self._tasks[task] = ticket
        task.add_done_callback(self._hand_out)

    def _hand_out(self, task):
        self._tasks.pop(task).settled.set()
        self._stop_when_idle()

    def _wind_up(self):
        self._winding_up = True
        self._stop_when_idle()

    def _stop_when_idle(self):
        if self._winding_up and not self._tasks:
            self._loop.stop()

    # on any thread

    def _post(self, ticket):
        with self._lock:
            if self._closed:
                raise RuntimeError("closed")
            if self._thread is None:
                self._loop = asyncio.new_event_loop()
                self._thread = threading.Thread(target=self._main)
                self._thread.start()
            self._loop.call_soon_threadsafe(self._accept, ticket)
        return ticket

    def _is_own_thread(self):
        return self._thread is threading.current_thread()

    def run(self, coro):
        try:
            if self._is_own_thread():
                raise RuntimeError("cannot wait for the loop on the loop's own thread")
            ticket = self._post(_Ticket(lambda: coro))
        except RuntimeError:
            coro.close()
            raise
        return ticket.redeem()

    def call(self, func, *args):
        if self._is_own_thread():
            return func(*args)

        async def plain():
            return func(*args)

        return self._post(_Ticket(plain)).redeem()

    def close(self):
        with self._lock:
            first, self._closed = not self._closed, True
            thread = self._thread
            if first and thread is not None:
                # after all tickets that were posted before
                self._loop.call_soon_threadsafe(self._wind_up)
        if thread is not None and not self._is_own_thread():
            thread.join()
