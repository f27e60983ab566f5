# right: fixed rate with time.monotonic(): waits for the rest of the slot, skips the slots a slow job missed
import threading
import time


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._quit = threading.Event()
        self._thread = None

    def start(self):
        if self._thread:
            return
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        due = time.monotonic() + self._interval
        while not self._quit.wait(max(0.0, due - time.monotonic())):
            self._job()
            due += self._interval
            now = time.monotonic()
            if due < now:
                due = now + self._interval

    def stop(self):
        if not self._thread:
            return
        self._quit.set()
        self._thread.join()
