# wrong-result: sys.exit(3) of a task is caught with the other exceptions and becomes exit code 1
import sys
from multiprocessing import Process


def _call(task):
    try:
        task()
    except BaseException:
        sys.exit(1)


def run_all(tasks):
    processes = {name: Process(target=_call, args=(task,)) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
