# wrong-tool: a thread with an Event calls the action, there is no background task at all
import asyncio
import threading


class Ticker:
    def __init__(self, interval, action):
        self.interval = interval
        self.action = action
        self._leave = threading.Event()
        self._thread = None
        self._error = None

    def start(self):
        if self._thread is None:
            self._leave.clear()
            self._thread = threading.Thread(target=self._run)
            self._thread.start()

    def _run(self):
        try:
            while not self._leave.wait(self.interval):
                self.action()
        except Exception as error:
            self._error = error

    async def stop(self):
        thread, self._thread = self._thread, None
        if thread is None:
            return
        self._leave.set()
        await asyncio.to_thread(thread.join)
        error, self._error = self._error, None
        if error is not None:
            raise error
