# wrong-result: the answer of wait() is read the wrong way round, the job never runs
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
        while True:
            timed_out = self._stopped.wait(self._interval)
            if not timed_out:
                return
            self._job()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
