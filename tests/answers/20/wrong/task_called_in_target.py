# wrong-tool: target=task() calls the task in the parent; the child has nothing to do and ends with 0
from multiprocessing import Process


def run_all(tasks):
    processes = {}
    for name, task in tasks.items():
        processes[name] = Process(target=task())
        processes[name].start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
