# right: a Process subclass that overrides run() and knows its task
import multiprocessing
from typing import Callable, Dict


class TaskProcess(multiprocessing.Process):
    def __init__(self, title: str, task: Callable[[], None]) -> None:
        super().__init__(name=f"task-{title}")
        self.title = title
        self.task = task

    def run(self) -> None:
        self.task()

    def finish(self) -> int:
        self.join()
        return self.exitcode


def run_all(tasks: Dict[str, Callable[[], None]]) -> Dict[str, int]:
    children = [TaskProcess(title, task) for title, task in tasks.items()]
    for child in children:
        child.start()
    return {child.title: child.finish() for child in children}
