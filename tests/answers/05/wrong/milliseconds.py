# endless: the interval is taken for milliseconds, the job runs a thousand times too often
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._seconds = interval / 1000
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        while not self._stopped.wait(self._seconds):
            self._job()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
