# endless: the loop spins on the clock until the next job is due
import threading
import time


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        due = time.monotonic() + self._interval
        while not self._stopped.is_set():
            if time.monotonic() >= due:
                self._job()
                due += self._interval

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
