# right: a dict of Process objects, one loop to start, one to join, then the exit codes
from multiprocessing import Process


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join()
    return {name: process.exitcode for name, process in processes.items()}
