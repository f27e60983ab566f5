# late: the loop waits on a new Event each round, which nobody sets; stop() waits out the interval
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
        while not self._stopped.is_set():
            self._job()
            threading.Event().wait(self._interval)

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
