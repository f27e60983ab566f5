# deadlock: stop() waits for a "finished" event which only the loop sets, so stop() before start() never comes back
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._finished = threading.Event()
        self._thread = None

    def start(self):
        if self._thread is None:
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        try:
            while not self._stopped.wait(self._interval):
                self._job()
        finally:
            self._finished.set()

    def stop(self):
        self._stopped.set()
        self._finished.wait()
        if self._thread is not None:
            self._thread.join()
