# right: a Job subclass, one loop to start, one loop to join, one loop to look for errors
import threading
from typing import Callable, TypeVar

T = TypeVar("T")


class Job(threading.Thread):
    def __init__(self, func: Callable[[], T]) -> None:
        super().__init__()
        self.func = func
        self.result = None
        self.error = None

    def run(self) -> None:
        try:
            self.result = self.func()
        except Exception as exc:
            self.error = exc


def run_all(jobs: list[Callable[[], T]]) -> list[T]:
    threads = [Job(job) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for thread in threads:
        if thread.error is not None:
            raise thread.error
    return [thread.result for thread in threads]
