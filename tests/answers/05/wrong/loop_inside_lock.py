# endless: the loop holds the lock as long as it runs, stop() needs it to set the event
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        with self._lock:
            while not self._stopped.wait(self._interval):
                self._job()

    def stop(self):
        if self._thread is not None:
            with self._lock:
                self._stopped.set()
            self._thread.join()
