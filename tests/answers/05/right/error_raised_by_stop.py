# right: what job() raised ends the loop, is kept and raised by the first stop() after the join
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._event = threading.Event()
        self._thread = None
        self._error = None

    def start(self):
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._loop)
        self._thread.start()

    def _loop(self):
        try:
            while not self._event.wait(self._interval):
                self._job()
        except Exception as error:
            self._error = error

    def stop(self):
        if self._thread is None:
            return
        self._event.set()
        self._thread.join()
        error, self._error = self._error, None
        if error is not None:
            raise error
