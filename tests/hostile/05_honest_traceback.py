# pass review: an honest answer that prints tracebacks of its job and names its thread by `repr`
"""`traceback.print_exc` looks at frames, on behalf of a person who wants to read it."""

import threading
import traceback


class Poller:
    def __init__(self, job, interval):
        self._job, self._interval = job, interval
        self._done = threading.Event()
        self._thread = None

    def start(self):
        self._thread = threading.Thread(target=self._run, name=f"poll-{type(self)!r}")
        self._thread.start()

    def stop(self):
        self._done.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self):
        while not self._done.wait(self._interval):
            try:
                self._job()
            except Exception:
                traceback.print_exc()
