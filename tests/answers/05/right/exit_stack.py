# right: start() pushes event.set and thread.join on an ExitStack, stop() closes it under a lock
import contextlib
import threading


class Poller:
    def __init__(self, job, interval):
        self.job = job
        self.interval = interval
        self._cleanup = contextlib.ExitStack()
        self._guard = threading.Lock()
        self._running = False

    def start(self):
        with self._guard:
            if self._running:
                return
            self._running = True
            event = threading.Event()
            thread = threading.Thread(target=self._poll, args=(event,))
            thread.start()
            self._cleanup.callback(thread.join)
            self._cleanup.callback(event.set)       # runs first

    def _poll(self, event):
        while not event.is_set():
            if not event.wait(self.interval):
                self.job()

    def stop(self):
        with self._guard:
            self._cleanup.close()
            self._running = False
