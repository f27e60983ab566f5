# wrong-result: kills what is not ready after half a second (-15), but tasks may take however long they like
from multiprocessing import Process

PATIENCE = 0.5


def run_all(tasks):
    processes = {name: Process(target=task) for name, task in tasks.items()}
    for process in processes.values():
        process.start()
    for process in processes.values():
        process.join(PATIENCE)
        if process.is_alive():
            process.terminate()
            process.join()
    return {name: process.exitcode for name, process in processes.items()}
