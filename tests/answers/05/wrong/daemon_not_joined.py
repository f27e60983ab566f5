# leak: a daemon thread, left to die by itself instead of being joined by stop()
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop, daemon=True)
            self._thread.start()

    def _loop(self):
        while not self._stopped.is_set():
            self._job()
            self._stopped.wait(self._interval)

    def stop(self):
        self._stopped.set()         # the thread is a daemon, it does not matter when it ends
