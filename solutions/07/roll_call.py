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
        self._threads: list[threading.Thread] = []
        self._errors: list[Exception] = []

    def start(self, jobs: Mapping[str, Callable[[], object]]) -> None:
        """Run each job on a thread of its own, named by its key."""
        # Key and job are handed over as arguments: a function made in the loop
        # would look at the loop's variables later, when they have moved on.
        for key, job in jobs.items():
            thread = threading.Thread(target=self._work, name=key, args=(key, job))
            self._threads.append(thread)
            thread.start()

    def _work(self, key: str, job: Callable[[], object]) -> None:
        self._names[key] = threading.current_thread().name
        try:
            job()
        except Exception as error:
            self._errors.append(error)

    def present(self) -> list[str]:
        """The names of those of our threads that are still alive, sorted."""
        return sorted(thread.name for thread in self._threads if thread.is_alive())

    def count(self) -> int:
        """How many of our threads are still alive."""
        return len(self.present())

    def wait(self) -> dict[str, str]:
        """Wait for all; tell for each key the name that its job's thread had.

        When a job has raised, its exception is raised here, once all have ended.
        """
        for thread in self._threads:
            thread.join()
        if self._errors:
            raise self._errors[0]
        return self._names
