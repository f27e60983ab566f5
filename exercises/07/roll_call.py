"""The teacher calls the roll: who is still at work?

The idea here: a thread has a name of its own.  It can be asked for from
inside, with `current_thread()`, and the others can ask whether it still lives.
"""

import threading
from collections.abc import Callable, Mapping


class RollCall:
    """Jobs on threads that are called as they are."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._names: dict[str, str] = {}

    def start(self, jobs: Mapping[str, Callable[[], object]]) -> None:
        """Run each job on a thread of its own, named by its key."""
        # TODO: which key and which job does each thread see when it runs?
        for key, job in jobs.items():

            def work() -> None:
                self._names[key] = threading.current_thread().name
                job()

            threading.Thread(target=work).start()

    def present(self) -> list[str]:
        """The names of those of our threads that are still alive, sorted."""
        return sorted(thread.name for thread in threading.enumerate())

    def count(self) -> int:
        """How many of our threads are still alive."""
        return threading.active_count() - 1

    def wait(self) -> dict[str, str]:
        """Wait for all; tell for each key the name that its job's thread had.

        When a job has raised, its exception is raised here, once all have ended.
        """
        for thread in threading.enumerate():
            if thread is not threading.current_thread():
                thread.join()
        return self._names
