# leak: no join: the exit codes are asked while the children still run (None) and the children are not waited for
from multiprocessing import Process


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    return {name: process.exitcode for name, process in processes.items()}
