# wrong-result: stop() calls job() a last time itself, after the thread has ended
import threading


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
        if self._thread is None or self._stopped.is_set():
            return
        self._stopped.set()
        self._thread.join()
        self._job()             # catch what came in since the last round
