# late: there is an Event, but the loop sleeps through the interval instead of waiting on it
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
        while True:
            time.sleep(self._interval)
            if self._stopped.is_set():
                break
            self._job()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
