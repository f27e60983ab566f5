# right: an ExitStack joins whatever was started, also when a later start fails
from contextlib import ExitStack
from multiprocessing import Process


def run_all(tasks):
    processes = {}
    with ExitStack() as stack:
        for name, task in tasks.items():
            process = Process(target=task)
            process.start()
            stack.callback(process.join)
            processes[name] = process
    return {name: process.exitcode for name, process in processes.items()}
