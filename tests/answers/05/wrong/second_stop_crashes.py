# crash: stop() deletes the thread, the second stop() finds None (AttributeError)
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._thread = None
        self._started = False

    def start(self):
        if not self._started:
            self._started = True
            self._thread = threading.Thread(target=self._loop)
            self._thread.start()

    def _loop(self):
        while not self._stopped.wait(self._interval):
            self._job()

    def stop(self):
        if not self._started:
            return
        self._stopped.set()
        self._thread.join()
        self._thread = None
