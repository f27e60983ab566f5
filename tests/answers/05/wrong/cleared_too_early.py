# endless: stop() clears the event before it joins; a loop that was inside job() never sees it and join() hangs
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
        thread = self._thread
        if thread is not None:
            self._stopped.set()
            self._stopped.clear()       # ready for the next start()
            thread.join()
            self._thread = None
