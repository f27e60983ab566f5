# wrong-result: the wrapper catches the task's exception, so a failed task ends with exit code 0
import traceback
from multiprocessing import Process


def _safely(task):
    try:
        task()
    except Exception:
        traceback.print_exc()


def run_all(tasks):
    processes = {name: Process(target=_safely, args=(task,)) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
