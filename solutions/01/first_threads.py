"""Three kettles on three stoves: nobody boils them one after the other.

The idea here: a thread runs beside you from the moment you call `start`,
and `join` waits until it has ended.  What happened on it does not come back
by itself: the thread has to keep it for you.
"""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Job(threading.Thread):
    """A thread that calls one function and remembers how the call ended.

    After the thread has ended, `result` is what the function returned and
    `error` is what it raised.  The one that did not happen is `None`.
    """

    def __init__(self, func: Callable[[], Any]) -> None:
        """Get ready to call *func*.  Nothing runs before `start`."""
        super().__init__()
        self.func = func
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Call the function, and keep its result or its error."""
        # An exception that leaves `run` dies with the thread, and the caller
        # never hears of it.  So it is kept here and raised in `run_all`.
        try:
            self.result = self.func()
        except BaseException as error:
            self.error = error


def run_all(jobs: list[Callable[[], T]]) -> list[T]:
    """Run every job on a thread of its own, all at the same time.

    Gives the results in the order of *jobs*.  When jobs raise, the first
    error in that order is raised, after all of them have ended.
    """
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
