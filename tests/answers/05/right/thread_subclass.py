# right: Poller is itself a Thread subclass, stop() before start() is seen by ident being None
import threading


class Poller(threading.Thread):
    def __init__(self, job, interval):
        super().__init__(name="poller")
        self._poll_job = job
        self._poll_every = interval
        self._please_stop = threading.Event()

    def run(self):
        while True:
            if self._please_stop.wait(self._poll_every):
                return
            self._poll_job()

    def stop(self):
        if self.ident is None:          # never started
            return
        self._please_stop.set()
        self.join()
