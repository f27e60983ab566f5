# leak: each round starts another thread for the job, and stop() waits for none of those
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
            threading.Thread(target=self._job).start()

    def stop(self):
        if self._thread is not None:
            self._stopped.set()
            self._thread.join()
