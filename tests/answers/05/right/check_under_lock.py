# right: Event plus a lock around "not stopped, so job()": once stop() has set the event no further job can even begin
import threading


class Poller:
    def __init__(self, job, interval):
        self._job = job
        self._interval = interval
        self._stop_event = threading.Event()
        self._job_lock = threading.Lock()
        self._thread = None

    def start(self):
        if self._thread is not None:
            return
        self._thread = threading.Thread(target=self._loop)
        self._thread.start()

    def _loop(self):
        while True:
            with self._job_lock:
                if self._stop_event.is_set():
                    return
                self._job()
            self._stop_event.wait(self._interval)

    def stop(self):
        if self._thread is None:
            return
        with self._job_lock:
            self._stop_event.set()
        self._thread.join()
