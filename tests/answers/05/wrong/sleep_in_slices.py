# late: the interval is slept away in ten slices with a look at the event between them (sleep polling)
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
        while not self._stopped.is_set():
            for _ in range(10):
                time.sleep(self._interval / 10)
                if self._stopped.is_set():
                    return
            self._job()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
