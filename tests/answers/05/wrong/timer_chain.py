# leak: a chain of Timers; stop() can cancel one that is just about to arm the next, the chain then goes on
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._timer = None

    def _arm(self):
        timer = threading.Timer(self._interval, self._tick)
        self._timer = timer
        timer.start()

    def start(self):
        if self._timer is None:
            self._arm()

    def _tick(self):
        self._job()
        self._arm()

    def stop(self):
        timer = self._timer
        if timer is not None:
            timer.cancel()
            timer.join()
