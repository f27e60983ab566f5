# serial: the first job() runs in start() on the caller's thread, not on the poller's own
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._job()
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        while not self._stopped.wait(self._interval):
            self._job()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
