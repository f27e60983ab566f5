# late: stop() polls is_alive() with a sleep of one tenth of a second
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
        while not self._stopped.wait(self._interval):
            self._job()

    def stop(self):
        if self._thread is None:
            return
        self._stopped.set()
        while self._thread.is_alive():
            time.sleep(0.1)
        self._thread.join()
