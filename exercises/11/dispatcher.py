"""The repair service: urgent calls first, and the last one can be taken back.

The idea here: a `PriorityQueue` hands out the smallest item first, so the
items have to be comparable; a `LifoQueue` hands out the latest one.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

Job = Callable[[], Any]


class Dispatcher:
    """Jobs by priority, done by a few workers."""

    def __init__(self, workers: int) -> None:
        """Nothing is submitted yet; *workers* threads (1 or more) will do the work."""
        # TODO: what goes into the queue, so that two equal priorities can be compared?
        raise NotImplementedError("Dispatcher.__init__ is still to be written")

    def submit(self, priority: int, job: Job) -> None:
        """Take *job* in; low numbers come first, equal ones in order of arrival."""
        raise NotImplementedError("Dispatcher.submit is still to be written")

    def undo(self) -> Job | None:
        """Take back the job that was submitted last; None when there is none."""
        raise NotImplementedError("Dispatcher.undo is still to be written")

    def run(self) -> list[Any]:
        """Do what was submitted, and give the results in the order of taking.

        The exception of a job that raises stands in the place of its result.
        """
        raise NotImplementedError("Dispatcher.run is still to be written")
