# endless: spins on is_alive() instead of joining
from multiprocessing import Process


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    while any(process.is_alive() for process in processes.values()):
        pass
    return {name: process.exitcode for name, process in processes.items()}
