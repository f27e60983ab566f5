"""A lighthouse keeper looks out every few seconds, until he is called home.

The idea here: a thread that waits for an `Event` with a timeout does its work
in time, and still hears at once that it has to stop.
"""

import threading
from collections.abc import Callable


class Poller:
    """Calls a job every so many seconds, on a thread of its own."""

    def __init__(self, job: Callable[[], object], interval: float) -> None:
        """Get ready to call *job* every *interval* seconds."""
        self._job = job
        self._interval = interval
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to call the job."""
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        """Stop at once; when this is back, the job is not called any more.

        To stop what is not running is harmless.
        """
        # `set` wakes the thread in the middle of its interval; `join` waits for a
        # job that is just being done.
        self._stopped.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(self._interval):
            self._job()
