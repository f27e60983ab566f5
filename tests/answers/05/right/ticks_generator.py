# right: a generator gives a tick after each interval until the Event is set
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._done = threading.Event()
        self._thread = None

    def _ticks(self):
        while True:
            self._done.wait(self._interval)
            if self._done.is_set():
                return
            yield

    def _run(self):
        for _ in self._ticks():
            self._job()

    def start(self):
        assert self._thread is None, "start() only once"
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self):
        if self._thread is None:
            return
        self._done.set()
        if self._thread is not threading.current_thread():
            self._thread.join()
