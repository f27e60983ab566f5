# deadlock: stop() joins while it holds the lock that the loop needs for its next round
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = None
        self.rounds = 0

    def start(self):
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop)
                self._thread.start()

    def _loop(self):
        while not self._stopped.wait(self._interval):
            self._job()
            with self._lock:
                self.rounds += 1

    def stop(self):
        with self._lock:
            if self._thread is not None:
                self._stopped.set()
                self._thread.join()
