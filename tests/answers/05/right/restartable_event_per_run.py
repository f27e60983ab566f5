# right: a new Event and Thread for each run, handed to the loop as arguments; start() after stop() polls again
import threading


def _poll(job, interval, stopped):
    while not stopped.wait(timeout=interval):
        job()


class Poller:
    def __init__(self, job, interval):
        self.job, self.interval = job, interval
        self._lock = threading.Lock()
        self._run = None

    def start(self):
        with self._lock:
            if self._run is not None:
                return
            stopped = threading.Event()
            thread = threading.Thread(target=_poll, args=(self.job, self.interval, stopped))
            thread.start()
            self._run = stopped, thread

    def stop(self):
        with self._lock:
            if self._run is None:
                return
            stopped, thread = self._run
            stopped.set()
            thread.join()
            self._run = None
