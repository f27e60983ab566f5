# right: the well-known repeating threading.Timer (run() overridden, its own `finished` Event is the stop)
import threading


class RepeatingTimer(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._timer = None
        self._lock = threading.Lock()

    def start(self):
        with self._lock:
            if self._timer is None:
                self._timer = RepeatingTimer(self._interval, self._job)
                self._timer.start()

    def stop(self):
        with self._lock:
            timer = self._timer
        if timer is not None:
            timer.cancel()
            if timer is not threading.current_thread():
                timer.join()
