# late: a flag and time.sleep(interval), stop() waits out the interval
import threading
import time


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._running = False
        self._thread = None

    def start(self):
        if self._thread is None:
            self._running = True
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        while self._running:
            self._job()
            time.sleep(self._interval)

    def stop(self):
        self._running = False
        if self._thread is not None:
            self._thread.join()
