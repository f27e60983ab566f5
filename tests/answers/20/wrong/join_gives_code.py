# wrong-result: takes the value of join() (always None) for the exit code
from multiprocessing import Process


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    return {name: process.join() for name, process in processes.items()}
